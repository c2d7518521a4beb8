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
job, jobs, career*, hiring, employment, vacanc*, work for you
add people, add someone, add a member, new member, invite*, colleague*, coworker*, co-worker*, teammate*, join, onboard*
guest, guests, client, clients, external*, outsider*, contractor*, freelancer*
role, roles, admin, admins, administrator*, owner, owners, permission*, access right*, privilege*
remove someone, deactivat*, kick out, kick, offboard*, left the company, quit, fired, take out
plan, tier, pricing, price plan, pro version, premium, upgrade*, downgrade*, cheaper plan, version
trial*, free version, try out, demo
seat, seats, license*, licence*, paid user*
stop charging, cancel plan, end my, do not renew, stop the subscription, cancel my subscription, quit
reimburse*, chargeback*, credited back
receipts, bills, accountant*, accounting, bookkeep*, expense*, pdf
tax id, tax number, vat id, vat number, vat
wire, bank transfer, wire transfer, sepa, ach, paypal, amex, american express, apple pay, google pay
bounce*, refused, transaction refused, payment failed, card rejected, will not go through, unsuccessful
charity, charities, nonprofit*, non profit, non-profit, ngo, teacher*, education*, academic, student*
locked out, can not log, can not sign, unable to log, unable to sign, no access, lost access
authenticator, two-factor, 2fa, two factor, second factor, second step, mfa, otp, one-time code, 6 digit*, six digit*, login code, security code, verification code, recovery code*, backup code*
new phone, lost phone, stolen phone, changed phone, new mobile, lost the phone
single sign-on, sso, saml, okta, azure, active directory, entra, ldap
mute*, quiet, silence, too many, do not disturb, fewer, less
inbox, spam, junk, did not arrive, never arrived, not arriving, did not come, not receiv*, no email
spreadsheet*, excel, csv, xls, xlsx, sheet*
backup*, archive*, dump
trash, bin, recycle*, restor*, undo, recover*, bring back, by accident, accidental*, wiped, deleted, undelete*
erase*, wipe, forget me, right to be forgotten, for good, permanent*, forever
template*, reuse, duplicate a, clone*, copy, blueprint*
repeat*, recurring, every week, every month, weekly, monthly, daily, automatic*, schedul*
calendar*, outlook, gcal, ical, due date*, deadline*
integrat*, connect*, plugin*, plug-in, add-on, addon, extension*, slack, teams, zapier, sync*, link
api, token*, webhook*, developer*, script*, rate limit, requests per, programmatic*, endpoint*, rest
ios, iphone*, ipad*, android*, tablet*, mobile app, phone app
offline, no connection, no internet, without internet, no signal, airplane mode
mb, gb, megabyte*, file size, too big, too large, large file*, storage, space, quota
slow, laggy, lag, loading, load, takes forever, hang*, freez*, white screen, blank, down, outage*, unresponsive, not responding, spinning
browser*, chrome, firefox, safari, edge, internet explorer
dark, night mode, bright, theme, appearance
server*, hosted, hosting, data center*, data centre*, stored, location of data, where are my data
dpa, processing agreement, lawyer*, legal, compliance, gdpr, hipaa, soc
username, user name, display name, nickname, rename*, handle
report*, analytics, dashboard*, statistic*, chart*, metric*
comment*, mention*, discussion*, thread*
keyboard, shortcut*, hotkey*
print*, printer*, paper
search*, find, look for, locate, lookup
filter*, sort*, group by, order by
custom domain, domain*, dns, website, url
video*, audio, sound, mic, microphone, camera
merge*, combine*, join together, put together
split*, separate*, part of, partial*, only one of, only some
tracking number, tracking, in transit, where is it, on the way, stuck in
not delivered, never came, nothing came, did not receive, says delivered, missing parcel, lost in the post
wrong address, wrong street, typo in address, change of address, moving, new address
customs, duties, import tax, duty, clearance
next day, overnight, same day, expedite*, express delivery, faster shipping
return label, return form, rma, return address, where to send
restocking, who pays, pay for return, return postage, postage, return shipping, at my expense
opened, unopened, worn, used, tags, original packaging, sealed
changed my mind, do not like, do not want, no longer want, regret
broken on arrival, arrived broken, cracked, leaking, does not turn on, will not turn on, dead, stopped working, died, flicker*
pair*, bluetooth, connect*, connection, sync
charger*, charging, battery, batteries, power bank*, plug*, adapter*, cable*
manual, instruction*, guide, tutorial*, how to use, documentation
ingredient*, material*, fabric, made of, cotton, composition
authentic*, genuine, fake, counterfeit, original
assembl*, put together, install*, fitting, set up
student discount, military discount, senior*, elderly, pensioner*
price match, price adjustment, price drop, went on sale, cheaper now, match the price
store, stores, shop, branch, branches, nearest, in person, physical
pick up in store, collect*, click and collect, pickup
gift card*, gift certificate*, store credit, wallet
cash machine, atm, cashpoint, swallow*, swallowed, ate my card, retained, eaten
contactless, tap, tap to pay, chip, magnetic, swipe*
pin, change pin, new pin, blocked pin, wrong pin, forgot pin
exchange rate, rate, conversion, spread, markup, converted
iban, swift, bic, sort code, routing number, account number
beneficiar*, payee*, recipient*, receiver*, wrong person, wrong account
pending, not cleared, hold, on hold, authorization, preauthor*, not posted, still processing
revert*, reversed, returned to me, came back, bounced back
top-up, top up, topped, add money, fund my account, load money
source of funds, source of money, proof of income, payslip*
kyc, identity check, verify my identity, id check, selfie, passport*, driving licen*, id card*, documents
statement*, transaction list, account history, bank statement, proof of balance
overdraft*, negative balance, below zero, minus
joint account, shared account, second holder, spouse, wife, husband, partner
minor account, kids account, junior, child account, under age, underage
credit score, credit rating, credit report, credit check, credit history
emi, instalment*, installment*, pay monthly, pay later, in parts, monthly payments, spread the cost
early repayment, pay off, prepayment, settle early, overpay*, clear the loan
late fee, penalty, penalties, overdue, missed payment, forgot to pay, late payment
interest rate, apr, annual rate, percent*, yield, earn
fixed deposit, term deposit, savings, saving*, certificate of deposit
stock order, sell, sold, sell order, limit order, market order, execute*, fill, filled
dividend*, payout*, distribution*
margin, leverage*, short, shorting, margin call, liquidat*
ipo, allotment, new issue
trading hours, market open, market hours, pre-market, after hours, when does the market
close my account, shut my account, delete my account, terminate account, end account
rooms available, vacancy, vacancies, availability, any rooms, free room
late checkout, late check-out, stay longer, leave later, extend my stay
early check-in, arrive early, early arrival, get in early
smoking room, smoke-free, non-smoking, smokers
extra bed, cot, crib, rollaway, sofa bed
view, sea view, balcony, ocean, lake
star, stars, rating, ratings, reviews
cancel reservation, cancellation policy, free cancellation, cancel booking, change reservation, no show
resort fee, city tax, tourist tax, hidden cost*, surcharge*
price range, expensive, cheap, moderate*, affordable, budget
happy hour, specials, lunch, dinner, brunch, buffet, menu, dish*, kids menu, children's menu
table, tables, reservation*, seating, party of, large group*
live music, karaoke, tv, television, sports, games
heating, fan, cool, air con, aircon, air conditioning, ac
towel*, sheets, bedding, pillow*, linen, toiletries, hairdryer*, hair dryer, amenities
bicycle*, bike, bikes, cycling, rental
ev, electric car*, charging station*, charge my car
credit cards accepted, cards accepted, cash only, pay by card, take cards, pay cash, accept cards
tip, tips, tipping, service charge, gratuity
luggage storage, store my bags, leave my bags, store luggage, left luggage
child seat*, booster, stroller*, pram, high chair*
baggage allowance, carry-on, hand luggage, hold luggage, checked bag*
refundable, non-refundable, nonrefundable, flexible
delay, delayed, cancelled flight, cancelled train, missed my, connection`
