/// Traffic, addresses and web pages for firms.
enum PromotionSpam {
  static let theme = Theme(share: 4, manner: .selling, topics: [traffic, addresses, design])

  private static let traffic = Topic(
    subjects: [
      "more visitors for {domain}", "top {10-30} in search engines", "your web site",
      "{1000-90000} visitors for {small}", "links for {domain}",
    ],
    sentences: [
      "I have looked at {domain} and found {10-90} mistakes.",
      "We bring your page to the top of all search engines in {10-60} days.",
      "{1000-90000} real visitors a month for only {small}.",
      "Your rivals in {industry} do it already.",
      "Ask for the free report, it shows your {document} against {company}.",
      "No contract: you pay when you see results.",
      "Reply with your phone number or look at {weblink}",
      "The first {10-50} who answer get {percent} off.",
    ])

  private static let addresses = Topic(
    subjects: [
      "{2-90} million addresses", "mail lists of {job}s", "reach {country}", "bulk mail {small}",
      "advertise like this",
    ],
    sentences: [
      "This mail reached you, so your offer can reach millions.",
      "{2-90} million fresh addresses on one disc, sorted by {industry} and town.",
      "Lists of {job}s, {job}s and {job}s in {country}.",
      "{small} for the list, {small} for the program that sends the mails.",
      "{percent} of our customers come back.",
      "Sending starts {soon}, the results come in the same day.",
      "Order by fax or here: {weblink}",
      "If you want to be removed from our list, write to {mailbox}",
    ])

  private static let design = Topic(
    subjects: [
      "logo for {company}", "new web page {small}", "business cards free",
      "{brandhead}{brandtail} design", "we make your {document}",
    ],
    sentences: [
      "A new logo for your firm in {24-96} hours, from {small}.",
      "{smallnumber} designers in {city} draw for you, and you choose.",
      "{100-900} business cards are free, you pay the shipping.",
      "Is your web page from {1997-2012}? It looks like it.",
      "We have built pages for {company}, {company} and {company}.",
      "Colours such as {colour} and {colour} sell better, studies say.",
      "Changes are free until you are happy.",
      "See our work: {weblink}",
    ])
}
