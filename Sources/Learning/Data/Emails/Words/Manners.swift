// The seven manners in which the senders of the corpus write.

extension Manner {
  /// Family and friends.
  static let friendly = Manner(
    greetings: [
      "Hi {the name},",
      "Hello {the name},",
      "Hey {the name},",
      "Hi both,",
      "Hi all,",
      "Dear {the name},",
      "{the name},",
      "Morning!",
      "Hello again,",
      "",
      "",
    ],
    closings: [
      "Love,",
      "See you soon,",
      "Take care,",
      "Lots of love,",
      "Cheers,",
      "All the best,",
      "Talk soon,",
      "Thanks,",
      "Hugs,",
      "",
    ],
    signatures: ["{the sender}", "{the sender}", "{letter}.", "{the sender} xx", ""],
    footers: [""],
    remarks: Remarks.courtesies,
    replies: 28, remarking: 40, haste: 20, lowercase: 45)

  /// Colleagues, offices, landlords, clubs.
  static let businesslike = Manner(
    greetings: [
      "Hi {the name},",
      "Hello {the name},",
      "Dear {the name},",
      "{the name},",
      "All,",
      "Dear all,",
      "Hi team,",
      "Dear {title} {surname},",
      "Good [morning|afternoon],",
      "",
      "",
    ],
    closings: [
      "Regards,",
      "Kind regards,",
      "Best regards,",
      "Best wishes,",
      "Thanks,",
      "Many thanks,",
      "Thank you,",
      "Sincerely,",
      "",
    ],
    signatures: [
      "{the sender} {the surname}",
      "{the sender} {the surname}\n{job}, {the company}\n[tel|phone|direct] {phone}",
      "{the sender} {the surname}\n{the company}\n{address}",
      "{the sender}",
      "{the sender}\next. {1000-9999}",
      "{the sender}\n{mailbox}",
    ],
    footers: [
      "", "", "", "",
      "This message is intended for the person it is addressed to.",
      "Please think of the trees before you print this mail.",
    ],
    remarks: Remarks.courtesies,
    replies: 35, remarking: 45, haste: 14, lowercase: 20)

  /// Shops, libraries, booking systems: mail that no person typed.
  static let automatic = Manner(
    greetings: [
      "Dear {the name} {surname},",
      "Dear customer,",
      "Hello {the name},",
      "Hi {the name},",
      "Dear {title} {surname},",
      "Dear member,",
      "",
      "",
    ],
    closings: [
      "Thank you,",
      "Kind regards,",
      "Your team at {the company}",
      "Customer service, {the company}",
      "Yours,",
      "",
      "",
    ],
    signatures: [
      "{the company}",
      "{the company}\n{address}",
      "{the sender} {surname}, {the company}",
      "{weblink}",
      "",
    ],
    footers: [
      "",
      "",
      "To unsubscribe, [follow this link|click here|reply with remove]: {weblink}",
      "You receive this mail because you are [registered|a customer|on our list] at {the company}.",
      "Please do not reply to this message. Questions? Call {phone}.",
      "Reference {code}",
      "{the company}, {address}. All rights reserved.",
    ],
    remarks: Remarks.service,
    replies: 2, remarking: 40, haste: 3, lowercase: 12)

  /// Somebody who has something to sell, to anybody.
  static let selling = Manner(
    greetings: [
      "Hello,", "Dear customer,", "Dear friend,", "Hi there,", "Hi {the name},", "Good day,",
      "Attention {the name}!", "", "", "", "", "", "",
    ],
    closings: ["", "", "", "", "", "", "Your team at {the company}"],
    signatures: ["", "", "", "{the company}", "{the sender}", "{the sender} {surname}, {job}"],
    footers: [
      "{weblink}",
      "http://www.{domain}/{path}",
      "Click here: http://www.{domain}/{path}",
      "http://{path}.{domain}",
      "To unsubscribe, [follow this link|click here]: {weblink}",
      "No more mail from us? Click here: {weblink}",
      "Remove me: {weblink}",
      "{code} {code}",
      "",
    ],
    remarks: Remarks.pitches,
    replies: 9, remarking: 85, haste: 20, lowercase: 35)

  /// Somebody with a long story and an urgent wish.
  static let pleading = Manner(
    greetings: [
      "Dear friend,",
      "Dear {the name},",
      "Dear sir,",
      "Good day,",
      "Hello,",
      "Greetings,",
      "Dear sir or madam,",
      "Dear {title} {surname},",
      "",
    ],
    closings: [
      "Best regards,",
      "Yours sincerely,",
      "Yours faithfully,",
      "Kind regards,",
      "Thank you and God bless,",
      "With best wishes,",
      "Thanks,",
    ],
    signatures: [
      "{title} {the sender} {the surname}",
      "{the sender} {the surname}",
      "{the sender} {the surname}\n{job}, {the company}\n[tel|phone|direct] {phone}",
      "{title} {the surname}\n{mailbox}",
    ],
    footers: ["", "", "", "This message is intended for the person it is addressed to."],
    remarks: Remarks.pleas,
    replies: 6, remarking: 80, haste: 20, lowercase: 15)

  /// Somebody who wants to frighten the reader.
  static let alarming = Manner(
    greetings: [
      "Attention!", "Dear user,", "Dear customer,", "Dear {mailbox},", "Dear member,", "", "",
    ],
    closings: ["Security department", "The administrator", "Customer service", "", "", "Regards,"],
    signatures: ["{the company}", "{weblink}", "", "{title} {surname}, {job}"],
    footers: ["Reference {code}", "", "", "Do not reply, [click here|use the link]: {weblink}"],
    remarks: Remarks.alarms,
    replies: 6, remarking: 75, haste: 20, lowercase: 15)

  /// A few lines from somebody who may be known to the reader, or not.
  static let brief = Manner(
    greetings: ["Hello,", "Hello {the name},", "Dear customer,", "", "", ""],
    closings: ["Kind regards,", "Thank you,", "Thanks,", "", "", ""],
    signatures: ["{the sender}", "{the sender} {surname}", "", ""],
    footers: ["", "", "", "Reference {code}"],
    remarks: Remarks.courtesies,
    replies: 2, remarking: 5, haste: 10, lowercase: 20)
}
