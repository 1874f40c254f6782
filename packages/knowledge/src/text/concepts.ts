/**
 * What customers call by many names, in any trade: a line a concept, a word or phrase (with `_` for spaces) a name, the first
 * one naming the concept. Written for this file; a word may stand in several lines, its first line counts most.
 */
export const CONCEPTS = `refund reimburse reimbursement repay rebate chargeback money_back cash_back get_back pay_back paid_back give_back
return send_back sent_back bring_back take_back ship_back
exchange swap replace replacement substitute trade
cancel call_off revoke terminate undo withdraw annul abort end stop discontinue
delete remove erase close deactivate wipe clear
broken damage smash crack defective faulty shatter torn ripped scratch dent bust
work function operate
fail failure decline reject refuse deny unsuccessful bounce
problem issue trouble error fault glitch bug difficulty malfunction wrong
late delay overdue behind slow
arrive arrival come came receive get here delivered show_up turn_up reach
missing lost lose disappear vanish gone misplace mislay
stolen steal theft rob thief pinch nick pickpocket
deliver delivery ship shipping shipment dispatch courier post mail parcel package
track trace locate whereabouts follow tracking
wait await pending hold queue processing
buy purchase order acquire
sell vendor seller merchant dealer
shop store outlet branch showroom retailer
price cost fee charge expense rate tariff how_much fare
expensive pricey costly dear
cheap inexpensive affordable budget
discount offer deal promo promotion coupon voucher sale code
free gratis complimentary no_cost
pay payment paid settle transaction
bill invoice receipt statement
money cash fund dough
balance total amount sum
transfer send wire remit move
top_up topup reload load add_money recharge add_fund
withdraw withdrawal take_out atm cash_machine cashpoint cash_point get_cash
deposit pay_in paid_in put_in
bank lender
card debit_card credit_card plastic visa mastercard amex
account profile membership
login log_in sign_in logon signin log_on access
register sign_up signup enrol enroll join open create set_up setup
password passcode passphrase pin code secret
forget forgot forgotten remember recall
reset restore recover retrieve recovery
lock block freeze frozen suspend disable restrict ban stuck
unlock unblock unfreeze enable reactivate restriction
activate activation start begin turn_on switch_on launch
change modify edit update alter amend adjust correct switch convert
verify verification confirm validate prove proof authenticate
identity id passport licence license document
address street postcode zip_code pincode zip move moved relocate home
phone mobile telephone cell smartphone cellphone handset
email e_mail inbox mail
name surname username nickname
person human agent representative operator advisor staff somebody someone support helpdesk
call ring dial contact phone_number reach_out get_in_touch speak talk chat
app application software program
website site web page online internet
country abroad overseas foreign international nation
currency exchange_rate euro dollar pound conversion fx
europe eu european
uk britain england british
us usa america american
safe secure security protect
fraud scam fraudulent unauthorised unauthorized suspicious phishing hack compromise hacked
recognise recognize know familiar unknown strange unfamiliar
duplicate twice double two_times again multiple repeated
limit maximum max cap restriction minimum
how_long when time duration eta estimate
fast quick soon urgent asap immediately rush express hurry instant
today tonight
tomorrow next_day
day daily
week weekly
month monthly
year annual yearly
hour minute second
open opening_hours business_hours working_hours
near nearby close closest nearest local around
where location place
size dimension measurement width height length
small little tiny short
big large huge great
colour color shade
quality durable sturdy
material fabric made
genuine original authentic real fake counterfeit
stock available availability in_stock
sold_out out_of_stock unavailable
expire expiry expiration run_out valid validity
warranty guarantee cover
repair fix mend service maintenance
install installation assemble assembly fit mount
setting option preference configuration configure
notification alert reminder remind notify
subscription plan subscribe package tier
unsubscribe opt_out
upgrade premium better
downgrade lower
increase raise more higher
decrease reduce lower less cut
auto automatic automatically recurring
loan borrow lend mortgage credit finance financing emi instalment installment
interest apr
tax vat
salary wage payroll pay_check paycheck income
cheque check
age old young child kid children teenager minor son daughter
virtual digital
physical plastic tangible
spare second additional extra another
compare comparison difference versus vs better
recommend suggest suggestion advise advice best
review rating feedback opinion rate
complaint complain unhappy angry dissatisfied disappointed
explain mean meaning why reason
allow permit can able possible
use usage utilise
need require want wish like
see view show display look find visible
support accept take work_with compatible
help assist assistance aid
hello hi hey morning greeting
bye goodbye farewell
thanks thank cheers appreciate
yes yeah yep sure ok okay correct
no nope nah
flight plane airline fly
hotel room accommodation
book reserve reservation booking
trip travel holiday vacation journey
visa_document passport
luggage suitcase bag baggage
car vehicle auto
train bus metro subway
restaurant eatery diner cafe
food meal dish eat dinner lunch breakfast
recipe cook ingredient
calorie nutrition diet healthy
weather forecast rain snow temperature sunny hot cold
alarm wake
timer countdown
calendar schedule agenda appointment meeting event
list todo_list
music song track tune album artist band
play listen hear
movie film cinema
tv television show
volume sound loud quiet
light lamp bulb
news headline
joke funny laugh
translate translation language
define definition meaning word
job work career employee employer
insurance insure coverage
doctor hospital medical
battery charge power
screen display monitor
wifi network connection signal
device gadget machine
photo picture image
file attachment document
franchise partner dealership distributor distribute wholesale reseller
career vacancy hire hiring
transfer_fee transfer_charge
wrong_amount incorrect mistake inaccurate
reverse revert undo cancel
source origin come_from
beneficiary recipient payee
direct_debit standing_order
contactless tap
swallow eat keep retain stuck
link connect join pair
terminate quit leave
gift present
child_safe kid
try trial test sample
demo tour
why how_come reason cause what_for explanation
can_i am_i_able is_it_possible possible allowed may_i could_i able permitted
cannot can_not cant unable not_able couldn impossible won wont not_let doesn_let not_allow
not_work doesn_work didn_work isn_work stopped_work not_function out_of_order broke doesn_function won_work not_go_through didn_go_through not_load
not_arrive hasn_arrive didn_arrive not_come hasn_come never_arrive never_came not_receive didn_receive haven_receive never_receive not_show_up hasn_show_up not_here still_wait
not_me wasn_me didn_make not_make didn_do never_made never_authorise without_permission someone_else somebody_else
don_know do_not_know no_idea unsure not_sure don_recognise don_recognize not_recognise not_recognize
don_have lack without
don_want not_want no_longer_want no_longer_need don_need not_interested changed_my_mind
still yet
appear show reflect displayed listed visible
disappear vanish gone missing not_there not_show
charge bill deduct debit take taken took
charged_twice double_charge charge_twice billed_twice twice duplicate same_charge
extra additional unexpected hidden surprise
kind type sort which what_type category
many how_many number several various
more_than_one multiple several two couple
someone friend family relative colleague anybody
wife husband spouse partner marriage married maiden
business company firm corporate organisation organization
home house flat apartment
travel abroad trip holiday vacation
machine terminal kiosk dispenser
merchant shop retailer seller store supplier
high expensive steep excessive too_much
low less small
incorrect wrong mistake error inaccurate not_right not_correct mistaken
other different another alternative instead else
same identical similar
correct fix solve resolve sort_out rectify repair
soon quickly fast how_fast speed_up sooner
how_long how_soon when_will what_time how_many_day long_take
guess try attempt tried
too_many_time too_many_attempt many_attempt maxed_out
hide private privacy secret confidential
data information detail personal info record
history past previous statement activity
send give provide supply hand
choose pick select option choice decide
custom own personalise personalize special bespoke tailor
benefit advantage pro perk feature
disadvantage downside con drawback
require necessary mandatory must obligatory
need_to have_to must should
eligible qualify criteria requirement condition
who eligible_person whom
get obtain acquire receive have
give_me want would_like wish request ask
hurt pain ache sick ill
gym fitness workout muscle protein weight
beauty skin hair cosmetic
bed mattress pillow cushion
shoe cloth shirt dress wear
water drink tea coffee
baby infant toddler newborn
pet dog cat animal
school university student college course class
clean wash laundry dry
smart automatic robot
key lock door
percent percentage rate ratio
minimum least lowest
maximum most highest limit
scan qr barcode
camera selfie picture photo
slow lag freeze crash hang
new fresh latest recent
old previous former last
before earlier ago prior
after later once following
early sooner advance
between from_to
inside in within
outside out external
near close around nearby
cut_off deadline due last_date
penalty fine late_fee overdraft
scheduled regular recurring standing repeat
split share divide
hold pending process queue waiting in_progress
complete finish done final success successful
confirm confirmation acknowledge
source_of_funds origin proof
top_limit maximum_top_up`;
