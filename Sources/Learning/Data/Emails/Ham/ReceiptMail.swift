/// Orders, invoices, deliveries, the library.
enum ReceiptMail {
  static let theme = Theme(
    share: 7, manner: .automatic, topics: [order, invoice, delivery, library, returned])

  private static let order = Topic(
    subjects: [
      "your order {code}", "order confirmation {code}", "thank you for your order",
      "receipt {code}", "payment received",
    ],
    sentences: [
      "Thank you for your order {code} of {date}.",
      "You ordered: {1-5} x {goods}, {colour}, {small} each.",
      "{1-4} x {clothes}, {material}, {colour}, {small}.",
      "The total is {amount} including tax and shipping.",
      "We charged it to your credit card ending in {1000-9999}.",
      "We deliver to {address}, probably on {day}.",
      "You can follow your order in your account: {weblink}",
      "If something is wrong, return it within {14-60} days for free.",
      "Your discount code for the next visit is {code}.",
    ])

  private static let invoice = Topic(
    subjects: [
      "invoice {code}", "your {month} bill", "electricity bill", "statement {date}",
      "payment reminder {code}",
    ],
    sentences: [
      "Attached is invoice {code} of {date} over {amount}.",
      "Please transfer the amount by {date} to the account on page {1-3}.",
      "Your phone bill for {month} is {small}; calls to {country} cost {small}.",
      "You used {100-999} units, {percent} less than last year.",
      "The meter was read by {name} {surname} on {date}.",
      "If you have paid already, please ignore this reminder.",
      "From {date} a unit costs {1-40}.{0-99} cents.",
      "Customer number {code}, contract {code}.",
    ])

  private static let delivery = Topic(
    subjects: [
      "your parcel comes on {the day}", "delivery {code}", "your {the goods} is on its way",
      "we missed you",
    ],
    sentences: [
      "Your {the goods} left our warehouse in {town} today.",
      "The driver will be with you on {the day} between {time} and {time}.",
      "Nobody was in, so the parcel is with your neighbour {surname}.",
      "Parcel number {code}, {size}.",
      "If you want another day, click here: {weblink}",
      "Somebody has to sign for it.",
      "Please keep the {animal} inside, our drivers are shy.",
      "The second part, a {goods}, follows next week.",
    ])

  private static let library = Topic(
    subjects: [
      "books due on {the day}", "your reservation has arrived", "library notice",
      "overdue: {smallnumber} books",
    ],
    sentences: [
      "These books are due on {the day}: {lesson} for beginners, {hobby} at home.",
      "The book on {lesson} that you reserved is waiting at the desk.",
      "The fee is {digit}0 cents a day and book, at most {small}.",
      "You can renew online with your card number: {weblink}",
      "The library in {street} is closed on {date}.",
      "A reading with {name} {surname} takes place on {day}, admission free.",
      "Your card expires in {month}.",
      "New on our shelves: {hobby}, {lesson} and {smallnumber} novels from {country}.",
    ])

  private static let returned = Topic(
    subjects: [
      "your return {code}", "refund for the {the goods}", "warranty {code}",
      "question about order {code}",
    ],
    sentences: [
      "We have received your {the goods} and checked it.",
      "We refund {amount} to your card within {3-20} days.",
      "The guarantee covers the {part} until {date}.",
      "Our workshop in {town} has repaired the {the goods} at no cost.",
      "You asked whether it comes in {colour}: yes, from {month}.",
      "The spare part {code} costs {small}.",
      "{name} {surname} looked after your case.",
      "Were you satisfied? Five questions: {weblink}",
    ])
}
