/// Addresses; none of them leads anywhere on purpose.
enum InternetWords {
  static let lists: [String: [String]] = [
    "weblink": [
      "http://www.{domain}/{path}", "http://{domain}", "http://www.{domain}",
      "https://{domain}/{path}",
      "http://{path}.{domain}", "www.{domain}/{path}/{path}", "http://www.{domain}/{scramble}",
      "https://www.{domain}/{path}?id={1000-99999}",
    ],
    "domain": [
      "{brandhead}{brandtail}.example", "{scramble}.example", "{surnamehead}{surnametail}.example",
      "{townhead}{towntail}.example", "{scramble}{1-99}.example", "{brandhead}{brandtail}.test",
      "my{surnamehead}{surnametail}.example", "{tree}-{animal}.example", "{colour}{animal}.test",
    ],
    "path": """
    index home news info page shop view photos order members docs help start download list
    account events archive join map login offers blog status gallery tickets wiki profile
    """.words,
    "mailbox": [
      "{name}@{domain}", "{letter}.{surname}@{domain}", "info@{domain}", "{surname}@{domain}",
      "office@{domain}", "{name}{10-99}@{domain}", "help@{domain}", "{scramble}@{domain}",
    ],
    "file": [
      "{document}.doc", "{document}{1-9}.xls", "{month}.pdf", "{document}_{2003-2026}.pdf",
      "{surname}.doc", "scan{100-999}.pdf", "photo{10-99}.jpg", "{document}-final.doc",
      "{document}.zip", "{code}.pdf", "img{1000-9999}.jpg",
    ],
  ]
}
