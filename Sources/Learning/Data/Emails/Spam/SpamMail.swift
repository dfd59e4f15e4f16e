/// Mail that nobody asked for.
enum SpamMail {
  static let themes: [Theme] = [
    PharmacySpam.theme, SoftwareSpam.theme, WatchSpam.theme, LoanSpam.theme, InvestmentSpam.theme,
    LotterySpam.theme, AdvanceFeeSpam.theme, HomeWorkSpam.theme, DiplomaSpam.theme,
    AlarmSpam.theme, PromotionSpam.theme, FalseFriendSpam.theme,
  ]
}
