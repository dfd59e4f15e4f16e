/// A team that builds software: reviews, releases, night-time alarms.
enum SoftwareTeamMail {
  static let theme = Theme(
    share: 14, manner: .businesslike, topics: [bugReport, release, review, server, licence])

  private static let bugReport = Topic(
    subjects: [
      "[bug {100-9999}|ticket {code}]: {the bug} in the {the module}", "{the bug} after the update",
      "issue {100-9999}", "cannot reproduce {the bug}", "{the module} fails on {day}s",
    ],
    sentences: [
      "I see a {the bug} in the {the module} since version {1-9}.{0-20}.",
      "Steps: open the {module}, click {smallnumber} times on save, wait {10-90} seconds.",
      "The log says error {100-599} at line {10-2999} of the {the module}.",
      "It works on my machine, but not on the test server in {room}.",
      "{name} thinks that the change from {date} in the {module} is the reason.",
      "A workaround is to restart the {module} and empty its cache.",
      "{smallnumber} customers have reported it, among them {company}.",
      "I wrote a test for it; it fails in {10-90} of 100 runs.",
      "The report and a screenshot are at {weblink}.",
    ])

  private static let release = Topic(
    subjects: [
      "release {1-9}.{0-20}", "code freeze on {day}", "release notes, please check", "rollback?",
      "version {1-9}.{0-20} is out",
    ],
    sentences: [
      "Version {1-9}.{0-20} goes out on {date} at {time}.",
      "The code freeze begins on {day}; after that only fixes for the {module}, please.",
      "New in this release: a faster {module}, a simpler {module} and no more {bug}.",
      "Please download the installer from {weblink} and try it on an old laptop.",
      "{name} updates the manual, {name} tells {company}.",
      "The migration of the {module} takes {10-90} minutes and cannot be interrupted.",
      "If the {bug} comes back we roll back to build {1000-9999}.",
      "Thanks to {name}, who stayed until {time} to {task}.",
    ])

  private static let review = Topic(
    subjects: [
      "review of the {the module}", "your patch {code}", "question about the {the module}",
      "comments on branch {code}", "[design|naming] of the {the module}",
    ],
    sentences: [
      "I have read your change to the {the module}; it looks {fine}.",
      "Two remarks: the loop in line {10-900} can end too early, and a test is missing.",
      "Could we give it a better name than {verb}? It should say what it does.",
      "Why does the {the module} need to know about the {module}?",
      "The build is {colour} again, and {percent} of the lines are covered.",
      "I measured it: {10-900} milliseconds before, {1-90} after.",
      "Please rebase on {code} and I will merge it [today|after lunch|on {day}].",
      "Let us talk about the rest at the whiteboard in {room}.",
    ])

  private static let server = Topic(
    subjects: [
      "server down", "disk {percent} full on {colour}{animal}", "maintenance {the day} {time}",
      "nightly build failed",
      "alert: {the module} slow", "certificate expires {date}",
    ],
    sentences: [
      "The server {colour}{animal} will be down for maintenance on {the day} from {time}.",
      "Disk usage is at {percent}; the {module} alone wrote {10-900} gigabytes of logs.",
      "The nightly build failed with {2-90} errors, the first is a {bug} in the {module}.",
      "The certificate of {domain} expires on {date}, who renews it?",
      "I restarted the {the module} at {time} and it has been quiet since.",
      "Please change your password after the move, the old accounts will be closed.",
      "We have ordered {smallnumber} new machines from {company} for {amount}.",
      "{name} is on call this week, phone {phone}.",
    ])

  private static let licence = Topic(
    subjects: [
      "licences for {the software}", "{the software} renewal", "do we still use {the software}?",
      "upgrade to {the software}", "software order {code}",
    ],
    sentences: [
      "Our licence for {the software} ends on {date}; {2-60} people still use it.",
      "The renewal costs {amount}, with the discount for {the season} {amount}.",
      "{company} has a cheaper offer, but without support.",
      "Please uninstall {the software} if you no longer need it, and save us money.",
      "The download is on the shared drive; the serial number is {code}.",
      "{name} asks for the professional edition for {department}.",
      "Do we really need {smallnumber} programs for the same {document}?",
      "I have put the order into the system as {code}, please approve it.",
    ])
}
