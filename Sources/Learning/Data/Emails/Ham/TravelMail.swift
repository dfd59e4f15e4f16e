/// Bookings and the people who wait at the station.
enum TravelMail {
  static let theme = Theme(share: 4, manner: .automatic, topics: [booking, flight, delay, review])

  private static let booking = Topic(
    subjects: [
      "your booking {code}", "booking confirmed: {lodging} in {the city}", "{the city}, {date}",
      "see you in {the city}",
    ],
    sentences: [
      "Your booking {code} at the {lodging} in {the city} is confirmed.",
      "Arrival {date} after {time}, departure {date} before {time}.",
      "The price for {2-14} nights is {amount}, breakfast with {grocery} included.",
      "You can cancel free of charge until {date}.",
      "The {lodging} is at {address}, {smallnumber} minutes from the station.",
      "For a cot, a {animal} or a late arrival call {phone}.",
      "Please show this mail and a passport at the desk.",
      "A deposit of {small} was charged to your card.",
      "Our guests like the {houseroom} and the {dish}.",
    ])

  private static let flight = Topic(
    subjects: [
      "your flight to {the city}", "check in now: {the city} {date}", "e-ticket {code}",
      "itinerary for {title} {surname}",
    ],
    sentences: [
      "Online check-in for your flight to {the city} on {date} is open.",
      "Flight {letter}{letter}{100-999} leaves {airport} at {time}, gate {1-60}.",
      "Passenger: {name} {surname}, seat {1-40}{letter}, ticket {code}.",
      "Click here to choose your seat or to add a bag: {weblink}",
      "One bag of up to {10-30} kg is included; skis cost {small} more.",
      "Your {vehicle} to the airport leaves at {time} from {street}.",
      "With this trip you win {100-2000} bonus miles.",
      "Please bring the credit card with which you paid.",
    ])

  private static let delay = Topic(
    subjects: [
      "your {the vehicle} on {the day}", "change to booking {code}", "strike on {day}",
      "refund {code}",
    ],
    sentences: [
      "Because of {weather} your {the vehicle} to {town} on {the day} leaves at {time}.",
      "We are sorry for the delay of {20-300} minutes.",
      "You will get {amount} back within {5-30} days, to the account you paid from.",
      "If you no longer wish to travel, click on the link: {weblink}",
      "A replacement {vehicle} goes from {venue} at {time}.",
      "Your reservation in coach {1-20} stays valid.",
      "Our staff at {town} will help you with a hotel.",
      "Case number {code}.",
    ])

  private static let review = Topic(
    subjects: [
      "how was {the city}?", "lost {goods}", "your stay with us",
      "thank you for travelling with us",
    ],
    sentences: [
      "We hope that you enjoyed your stay in {the city}.",
      "Tell us in {smallnumber} minutes how you liked the {lodging}: {weblink}",
      "Among all answers we draw a weekend in {city}.",
      "We found a {colour} {goods} in room {10-400}; is it yours?",
      "We can post it to {address} for {small}.",
      "Your opinion matters to us, good or bad.",
      "Regular guests save {percent} on the next visit.",
      "{name} at the desk sends best wishes.",
    ])
}
