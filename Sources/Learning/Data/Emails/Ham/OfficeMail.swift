/// Colleagues: meetings, reports, holidays, the coffee machine.
enum OfficeMail {
  static let theme = Theme(
    share: 36, manner: .businesslike, topics: [meeting, report, absence, kitchen, newcomer, files])

  private static let meeting = Topic(
    subjects: [
      "meeting on {the day}", "{the project} - meeting {date}", "agenda for {the day}",
      "can we move {the day}'s meeting?", "minutes", "call with {company}",
      "quick chat about {the project}",
      "our meeting yesterday",
    ],
    sentences: [
      "[Thank you for|Thanks for] coming to the meeting [yesterday|on {day}|this morning].",
      "We [meet|are meeting] on {the day} at {time} in {room} to talk about {the project}.",
      "[Could you please|Please] {task} before then, and bring the {document}.",
      "{name} from {department} will join us [by phone|for the first half hour|if the {vehicle} is on time].",
      "The [first|main] point is {the project}; the second is the {document} for {month}.",
      "I am afraid I cannot make {time}, would {day} at {time} suit you [better|too]?",
      "{name} agreed to {task}, and I will {task} [myself|with {name}].",
      "We are [still|already] {smallnumber} weeks behind the {document}, so let us keep it short.",
      "If anything is missing from the agenda, tell me by {day}.",
    ])

  private static let report = Topic(
    subjects: [
      "{document} for {month}", "{the project}: figures", "numbers for {the department}", "{file}",
      "comments on the {document}", "{month} results", "revised {document}", "variance {code}",
    ],
    sentences: [
      "[Attached is|Please find attached|Here is] the {document} for {month} ({file}).",
      "The total is now {amount}, which is {percent} [above|below] the {document}.",
      "{name} in {department} found a mistake in line {10-400}: it should read {amount}.",
      "I changed {smallnumber} numbers on page {2-40} after [talking|speaking] to {name}.",
      "Can you check the {document} against the {document} for {the project}?",
      "The costs of {the project} went [up|down] by {percent} [since|compared with] {month}.",
      "{the department} needs the final version by {date}, {time} at the latest.",
      "Do we book the {amount} under {code} or under {code}?",
      "Once you approve it I will send it on to {name} {surname}.",
    ])

  private static let absence = Topic(
    subjects: [
      "out of the office", "vacation in {month}", "holiday cover", "sick today",
      "working from home {day}",
      "my hours next week",
    ],
    sentences: [
      "I will be out of the office from {date} to {date}.",
      "{name} will [stand in|cover] for me and knows all about {the project}.",
      "[My {relative} is ill|The {furniture} at home is broken|I have a bad cold], so I am staying home today.",
      "For anything urgent call me on {phone}; for the rest write to {mailbox}.",
      "Before I leave I will {task} and {task}.",
      "Please [approve|sign off] my holiday request {code} when you find a minute.",
      "I can work from home on {day} if somebody forwards the {document}.",
      "There are {2-25} days of leave left on my account, and they expire in {month}.",
    ])

  private static let kitchen = Topic(
    subjects: [
      "the coffee machine", "cake in {the room}", "lost: {colour} {goods}", "fridge", "car park",
      "printer on the {floor} floor", "found in {the room}", "farewell {name}",
    ],
    sentences: [
      "There is {dish} in {the room}, because it is {name}'s birthday: help yourselves!",
      "The [coffee machine|printer|copier] on the {floor} floor is out of order until {day}.",
      "Somebody left a {colour} {goods} in {room}; collect it from [me|reception].",
      "Whoever ate my {dish}: I hope it was {fine}.",
      "We are collecting for a present for {name}, who is leaving {department} on {date}.",
      "The envelope is on my desk; [{small} each would be fine|give what you like].",
      "Please do not park in front of {the room} on {day}, a lorry is coming.",
      "The fridge will be emptied on {day} at {time}, whatever is in it.",
      "Lunch at {venue} on {day}, who is in?",
    ])

  private static let newcomer = Topic(
    subjects: [
      "welcome {the name}", "new colleague in {the department}", "your first day",
      "interview on {day}",
      "vacancy in {the department}", "training {date}",
    ],
    sentences: [
      "On {date} {name} {surname} joins us as {job} in {the department}.",
      "{name} comes from {company} in {town}, where {name} worked as {job} for {2-20} years.",
      "Please set up a desk in {room}, an account and a {goods}.",
      "The interview with the second candidate is on {day} at {time}; can you take part?",
      "The training covers the {document}, the {document} and how to {task}.",
      "{department} offers {smallnumber} places, and the course is free of charge for us.",
      "Human resources needs the signed {document} back by {date}.",
      "The salary band is {amount} to {amount}, to be kept confidential.",
    ])

  private static let files = Topic(
    subjects: [
      "{the file}", "access to the shared drive", "contract with {the company}",
      "{the company}: {code}",
      "please sign", "amendment {code}", "urgent: {document} for {the company}",
    ],
    sentences: [
      "I need the {document} of {the company}, contract {code}, [today|by {day}] please.",
      "[Legal|{name}] has approved the wording of section {1-30}, except for the guarantee.",
      "The credit limit of {the company} goes up to {amount} from {date}.",
      "Can you give {name} access to {weblink}? The request number is {code}.",
      "Two copies are on your desk; please sign both and return one to {name} in {department}.",
      "They offer {amount} [per month|per year] and want an answer by {date}.",
      "The money was transferred to their account on {date}, reference {code}.",
      "I put the scan into the folder of {the project} as {the file}.",
      "{name} thinks the terms are {fine}; I think they are {poor}.",
    ])
}
