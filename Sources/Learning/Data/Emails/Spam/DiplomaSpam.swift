/// Degrees without studies, courses without end.
enum DiplomaSpam {
  static let theme = Theme(share: 4, manner: .selling, topics: [diploma, course, seminar])

  private static let diploma = Topic(
    subjects: [
      "a {degree} in {2-9} weeks", "university {degree} for {the name}", "{degree} without exams",
      "your {subject} {degree}", "the salary you deserve",
    ],
    sentences: [
      "Get a {degree} in {subject} in {2-9} weeks, for your life experience.",
      "No exams, no classes, no books.",
      "Graduates earn {percent} more, why not you?",
      "The {degree} comes from a real university in {country}, with a {colour} seal.",
      "Nobody is turned down, and it stays confidential.",
      "Call {phone} now, day or night, and leave your name and number.",
      "{name} {surname} became {job} at {company} with our {degree}.",
      "Prices from {amount}, this week {percent} less.",
    ])

  private static let course = Topic(
    subjects: [
      "speak {subject} in {5-30} days", "learn {subject} while you sleep",
      "read {2-9} times faster", "{hobby} dvd", "cd with {100-900} recipes",
    ],
    sentences: [
      "Speak {subject} in {5-30} days, or your money back.",
      "Our method comes from {country} and was secret until {1980-2020}.",
      "The dvd teaches you {hobby}, the bonus disc {sport}.",
      "Children who use it get better marks in {subject}.",
      "The normal price is {amount}, you pay {small}.",
      "{smallnumber} lessons are free: {weblink}",
      "Even a {job} of {60-90} can learn it.",
      "Order until {date} and get a {goods} as a gift.",
    ])

  private static let seminar = Topic(
    subjects: [
      "seminar in {the city} {date}", "train your {department} people", "conference on {industry}",
      "{percent} early bird", "invitation for {job}s",
    ],
    sentences: [
      "Is your {department} department ready for {2027-2035}?",
      "Our seminar in {the city} on {date} makes your people {percent} better.",
      "Speakers: {title} {surname}, {company}; {title} {surname}, {company}.",
      "Topics are {abstract} at work, {document}s that sell, and {industry}.",
      "The fee is {amount}; register by {date} and save {percent}.",
      "Hotel and {dish} are included.",
      "Seats are limited, so fax the form or go to {weblink}",
      "Forward this mail to every {job} you know.",
    ])
}
