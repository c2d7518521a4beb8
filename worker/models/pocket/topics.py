"""The support topics of data/: their titles, facts and questions, and which of them are held out. They were written for this corpus, most of
them by language models working as this project's engineers, and taken from no shop or data set.

A line's first letter says what it holds: T titles, A one fact of the rule in several wordings, q questions aimed at the
fact before it, Q questions about the whole topic, N topics of the file that may answer a question of this one. A topic marked `[held]`, one in HELD,
and about one wording in six are never trained on, as strings: a synonym may bring a trained wording near a held one.
"""
import collections
import glob
import math
import os
import re
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))

def load_topics(path):
    topics, cur, asp = {}, None, None
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        m = re.match(r'^# ([a-z_0-9]+)( \[held\])?$', line)
        if m:
            cur = topics[m.group(1)] = dict(id=m.group(1), held=bool(m.group(2)), T=[], A=[], Q=[], N=[])
        elif cur is not None and len(line) > 2 and line[1] == ' ':
            parts = [p.strip() for p in line[2:].split('|')]
            if line[0] == 'T':
                cur['T'] = parts
            elif line[0] == 'A':
                asp = dict(w=parts, q=[])
                cur['A'].append(asp)
            elif line[0] == 'q':
                asp['q'] = parts
            elif line[0] == 'Q':
                cur['Q'] = parts
            elif line[0] == 'N':
                cur['N'] = line[2:].split()
    return topics


# Of the topics written later, the ones that are held out of training.
HELD = set('hotel_pet car_rental clinic_book museum laundry groupbuy library property_fee share_link flight_delay'.split())


def read(lang):
    topics = {}
    for path in sorted(glob.glob(os.path.join(HERE, 'data', f'topics*_{lang}*.txt'))):
        topics.update(load_topics(path))
    for key in HELD & set(topics):
        topics[key]['held'] = True
    return topics


TOPICS = {lang: read(lang) for lang in ('zh', 'en')}

# topics that could answer each other's questions: never used as distractors of one
# another when the right answer is a refusal
GROUPS = [g.split() for g in '''
return_goods return_fee no_return quality gift_return exchange partial_refund color_diff size wrong_item customize price_protect
refund_time refund_path dup_charge return_goods cancel partial_refund member_refund
ship_time deliver_time presale stock book_delivery cancel
ship_fee remote_area intl_ship customs deliver_time carrier_choice
track track_stuck lost_parcel deliver_fail deliver_time ship_time
damaged quality sign_check wrong_item missing lost_parcel
addr_change modify_order cancel merge_order
pay_fail pay_methods cod installment dup_charge
invoice invoice_title
coupon coupon_stack promo points giftcard gift_return
member member_refund auto_renew plan_upgrade trial seats
pwd locked sms_code device_login phone_change realname
privacy account_delete data_export backup
warranty repair repair_fee parts insurance usage quality damaged recycle
install broadband book_delivery
support_hours complaint store pickup
data_plan roaming contract sim utilities broadband
hotel flight event course cancel
shelf_life material usage kids
sla backup data_export api_quota broadband
compat usage parts
bulk promo invoice
card_lost card_limit open_account withdraw_cash transfer_wrong sim locked access_card
loan_apply loan_repay credit_bill installment credit_report margin
stock_order fund_redeem ipo_sub margin
hotel hotel_checkin hotel_cancel hotel_breakfast hotel_parking hotel_pet restaurant_book
flight flight_baggage flight_delay flight_change train_ticket visa_help weather_delay
car_rental bike_share taxi parking_month hotel_parking
food_delivery food_refund food_order_time restaurant_book cake flower fresh_box
gym_card gym_hours clinic_book beauty_book salon_price course_leave
clinic_book clinic_report pet_vet social_ins
ecard_order topup game_recharge giftcard giftcard
data_plan number_port family_plan slow_net broadband sim contract roaming topup
meter_bill outage property_fee utilities
decoration access_card parking_month property_fee
school_enroll course_refund course_leave exam_reg course
library museum ticket_show event
game_ban game_recharge child_mode locked
app_crash notif_off file_storage share_link backup data_export
sso audit_log webhook_fail api_quota seats share_link
invoice invoice_title invoice_red tax_refund
contract_sign quote lead_time bulk customize agent_join
lost_found lost_parcel donate recycle
pet_vet pet_foster hotel_pet housekeeping
laundry glasses print_photo eyeglass_try trial
livestream groupbuy lottery promo coupon coupon_stack price_error price_protect
checkin_task level_up birthday_gift points member survey referral
adult_verify data_fix gov_card realname phone_change notary
translate_svc notary gov_card visa_help
social_ins tax_refund credit_report
wine shelf_life fresh_box
moving housekeeping laundry install
job complaint support_hours
'''.strip().split('\n')]
NEAR = {}
for g in GROUPS:
    for a in g:
        NEAR.setdefault(a, set()).update(g)
for lang in TOPICS:
    for a, t in TOPICS[lang].items():
        for b in t['N']:
            NEAR.setdefault(a, set()).add(b)
            NEAR.setdefault(b, set()).add(a)

# Two topics whose vectors make at least this cosine are taken for akin though nobody said so.
AKIN_FROM = {'zh': .09, 'en': .14}


def vector(lang, t):
    """Pairs of hanzi, or words, of titles and questions."""
    text = ' '.join(t['T'] + t['Q'] + [q for a in t['A'] for q in a['q']]).lower()
    if lang == 'zh':
        runs = re.findall(r'[\u4e00-\u9fff]+', text)
        return collections.Counter(x[i:i + 2] for x in runs for i in range(len(x) - 1))
    return collections.Counter(w.rstrip('s') for w in re.findall(r'[a-z]{4,}', text))


def akin(topics, lang):
    """-> for every topic those that might answer one of its questions: no handover is taught where one of their rules is given."""
    vectors = {k: vector(lang, t) for k, t in topics.items()}
    seen, holders = collections.Counter(g for v in vectors.values() for g in v), collections.defaultdict(list)
    for k, v in vectors.items():
        w = {g: n ** .5 * math.log(len(topics) / seen[g]) for g, n in v.items()}
        length = math.sqrt(sum(x * x for x in w.values())) or 1
        for g, x in w.items():
            holders[g].append((k, x / length))
    dots = {k: collections.Counter() for k in topics}
    for held_by in holders.values():
        for a, x in held_by:
            for b, y in held_by:
                dots[a][b] += x * y
    return {k: NEAR.get(k, set()) | {k} | {b for b, x in dots[k].items() if x >= AKIN_FROM[lang]} for k in topics}


AKIN = {lang: akin(topics, lang) for lang, topics in TOPICS.items()}


def is_held(text):
    """About one wording in six is kept out of training."""
    return zlib.crc32(text.encode('utf-8')) % 6 == 0


def trained(items):
    """Of a pool of wordings those that training may take; it always keeps at least one."""
    return [x for x in items if not is_held(x)] or items[:1]


def all_questions(t):
    """All questions of a topic, whatever they aim at."""
    return t['Q'] + [q for a in t['A'] for q in a['q']]


def pools(t):
    return [t['T'], t['Q'], all_questions(t), *(x for a in t['A'] for x in (a['w'], a['q']))]


# All that training may take from any pool of any topic: a wording held in one pool may be another's only one.
SEEN = {x for topics in TOPICS.values() for t in topics.values() if not t['held'] for pool in pools(t) for x in trained(pool)}


def unseen(items):
    return [x for x in items if x not in SEEN]


def split_pool(items, split):
    """The wordings a split may use: those of training, or for a held split the others, and where there are none, all. What a held split asks has some: askable."""
    return trained(items) if split == 'train' else unseen(items) or items


def askable(t, split, is_answered=True):
    """The facts that a question may be aimed at: for a held split those whose question, and the sentence that answers it, have a wording never trained on."""
    return [i for i, a in enumerate(t['A']) if a['q'] and (split == 'train' or unseen(a['q']) and (unseen(a['w']) or not is_answered))]
