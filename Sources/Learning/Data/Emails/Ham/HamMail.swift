/// Mail that somebody wanted: from people one knows and from firms one dealt with.
enum HamMail {
  static let themes: [Theme] = [
    OfficeMail.theme, SoftwareTeamMail.theme, FamilyMail.theme, FriendsMail.theme,
    SchoolMail.theme, ClubMail.theme, LandlordMail.theme, TravelMail.theme, ReceiptMail.theme,
    NewsletterMail.theme, HealthMail.theme, MoneyMail.theme, SupplierMail.theme, WarningMail.theme,
  ]
}
