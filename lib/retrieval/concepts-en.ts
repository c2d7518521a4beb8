/**
 * Words that customers and rules use for one thing, a line each; `*` after a word takes every ending. Meant for any help desk, so no line
 * comes from one shop's rules. A word may stand in several lines.
 */
export const CONCEPTS_EN = `
cancel*, terminate*, revoke*, call off, undo, abort*, stop, withdraw my
buy*, purchas*, bought, order*
pay*, paid, payment*, settle*
refund*, money back, reimburs*, get back my money, give back
return*, send back, sent back, bring back, give back
exchang*, swap*, replac*, trade in
price*, cost*, fee, fees, charge*, how much, rate, rates, expens*, tariff*, surcharge*, commission*
free, complimentary, included, no charge, no cost, gratis, without paying
discount*, coupon*, promo*, voucher*, offer*, deal, deals, sale, cheap*, rebate*
money, cash, fund*, balance*
transfer*, send money, wire*, remit*, sent money, move money
top up, topup, top-up, topped up, topping up, add money, add funds, load*, deposit money, recharge*
withdraw*, cash out, take out money, take money out, atm, atms, cash machine, cashpoint
declin*, reject*, refus*, denied, not accepted, fail*, unsuccessful, did not go through, not go through
not work*, broken, broke, fail*, error*, issue*, problem*, trouble*, faulty, bug, bugs, crash*, malfunction*, stuck, defect*
damag*, broken, broke, crack*, torn, scratch*, dent*, smashed, shatter*
lost, lose, missing, misplac*, can not find, disappear*, gone, vanish*
stolen, stole, theft, rob*, thief
fraud*, scam*, suspicious, compromis*, unauthori*, hack*, not recogni*, do not recogni*, did not make
pending, waiting, wait, still not, in progress, processing, taking too long, stuck
delay*, late, slow*, overdue, taking so long, behind schedule
receiv*, arriv*, get here, come, came, show up, showing up, reach*, turn up, got my, delivered
deliver*, ship*, courier*, dispatch*, post, posted, mail, mailed, send out, sent out, parcel*, package*, shipment*
track*, trace*, where is my, status, follow
how long, when, time, how soon, how fast, how many days, duration, eta
address*, location*, located, where are, directions
change, changing, changed, edit*, update*, modif*, alter*, amend*, switch*, adjust*, correct*
delete*, remov*, erase*, get rid of, close my account, close the account, clos*, deactivat*
account*, profile*, login
log in, login, logging in, logged in, sign in, signin, signing in, sign-in, access my account, log into, log on
sign up, signup, register*, registration, create an account, open an account, join*, enrol*
log out, logout, sign out
password*, passcode*, passphrase*, pin, pincode, pin code
forgot*, forget*, can not remember, do not remember, lost my password
reset*, recover*, restor*, unlock*, unblock*, regain
block*, lock*, frozen, freez*, suspend*, disabl*, restrict*, banned, locked out
verif*, confirm*, authenticat*, identity, identif*, prove, proof, validate*
email*, e-mail, mail address
phone*, mobile*, cell*, telephone*, smartphone*, number
card*, debit card, credit card, visa, mastercard, plastic
virtual card, disposable card*, one-time card*
activat*, enabl*, turn on, switch on, start using, set up, setup
turn off, switch off, disabl*, deactivat*, mute, stop
settings, preferences, options, configur*, customi*
limit*, maximum, max, minimum, restrict*, cap, at most, how many
currenc*, foreign, exchange rate*, convert*, conversion, fiat
abroad, overseas, foreign, international*, other countries, another country, worldwide, travel*
country, countries, region*, nation*, eu, europe, us, uk
invoice*, receipt*, bill*, statement*
tax*, vat, duty, duties, customs
warranty, guarantee*, repair*, fix*, service center
contact*, reach you, talk to, speak to, speak with, support, customer service, agent, human, representative, live person, call you
complain*, complaint*, feedback, unhappy, dissatisf*, review
subscri*, plan, plans, membership*, member*, upgrade*, downgrade*
unsubscrib*, stop emails, newsletter*, spam, opt out
download*, install*, get the app
app, application*, software, program, programme
upload*, attach*, import*
export*, save a copy, back up, backup, download my data
share*, invit*, collaborat*, send a link
notif*, alert*, remind*
picture*, photo*, image*, avatar, screenshot*
file*, document*, attachment*
privacy, personal data, personal information, gdpr, data protection, my data
safe*, secur*, protect*, trust*, two-factor, 2fa
business, company, corporate, organisation*, organization*, employer, team
age, how old, minor, minors, under 18, years old, teen*
child*, kid, kids, baby, babies, infant*, toddler*, son, daughter, family
wifi, wi-fi, wi fi, internet, wireless, broadband, online access
park*, car, cars, vehicle*, garage, valet
pet, pets, dog, dogs, cat, cats, animal*, puppy
breakfast*, morning meal
restaurant*, dining, eat, food, meal*, dine
gym, fitness, exercis*, workout*, work out
pool, swim*, sauna, spa, hot tub, jacuzzi
check in, check-in, checkin, arriv*
check out, check-out, checkout, leave, depart*
smok*, cigarette*, vape
wheelchair*, disab*, accessib*, handicap*, mobility
reserv*, book*, appointment*
luggage, bag, bags, baggage, suitcase*, belongings
shuttle*, airport, pick up, pickup, transfer*, taxi, cab, ride
vegetarian*, vegan*, plant-based, meatless
gluten*, allerg*, celiac, diet*, lactose, intoleran*, halal, kosher
takeout, take out, to go, takeaway, take away, delivery, take-out
outdoor*, outside, patio, terrace, garden
dress code, attire, wear*, clothes, clothing, outfit
alcohol*, wine*, beer*, bar, drink*, cocktail*, liquor
music, entertain*, band, live show
deposit*, prepay*, advance, upfront, down payment
laundry, dry clean*, wash*, ironing, iron
air condition*, ac, heating, heater, temperature
kitchen*, microwave, fridge, refrigerator, cook*
meeting*, conference*, event*, party, parties, wedding*, group, groups
language*, speak*, spoken, english
reception*, front desk, 24 hour*, concierge, staff
elevator*, lift, lifts, stairs, floor
bathroom*, shower*, bath, toilet*, restroom*, washroom*
housekeeping, clean*, tidy
room*, bedroom*, suite*, double, twin, single
open, opening, hours, close, closing, closed, schedule
holiday*, vacation*, weekend*, christmas
size*, fit, fits, measure*, dimension*, large, small, bigger, smaller
colour*, color*
stock, available, availab*, sold out, restock*, back in stock, inventory, out of stock
gift*, present, wrap*, birthday
point, points, reward*, loyalty, cashback, cash back
direct debit, standing order*, recurring, automatic payment*, auto-pay, autopay, auto pay
twice, double, duplicat*, two times, second time, again, two charges
extra, additional, more, another, add
wrong, incorrect*, mistake*, not right, different from, mismatch, inaccura*
cheque*, check, checks
bank*, bank account
salary, wage*, paycheck, payday, paid by my employer
loan*, borrow*, mortgage*, credit, overdraft
interest, apr, apy
invest*, stock, stocks, share, shares, broker*, trade*
insur*, cover*, policy
expire*, expiry, expiration, valid, validity, out of date, renew*
apply, application*, request*, get a, obtain, order a
require*, need*, necessary, must, mandatory, eligib*, qualify
allow*, permit*, permission, possible, can i, accept*
name, surname, last name, first name, married
friend*, someone else, other people, another person, somebody
quick*, fast*, express, urgent*, asap, immediate*, instant*, rush, speed
history, record*, past, previous, log, activity, transactions
transaction*, payment*, purchase*, charge*
qr, scan*, barcode
language, translat*
rent*, hire, lease
ticket*, fare, seat*
train, rail, station
flight*, plane, airline*, fly
doctor*, medical, hospital, clinic, health
school, student*, universit*, college, education
job, jobs, career*, hiring, employment, vacanc*, work for you`
