"""Lays out articles as news pages copied from a browser, with a label for each line.

    python3 scripts/train/structure/pages.py DATA > pages.txt

DATA/freenews contains articles in the public domain. The text around them comes from phrases.py. A layout is a random
style of pages, seeded by its number: the format of bylines and dates, and the choice and position of menus, buttons and
promotions.
Output: "# page LAYOUT VARIANT", then lines "LABEL TAB text": x other, H headline, D standfirst, Y byline, T date,
P paragraph, S subhead, C caption, and "_" for a blank line. Deterministic; Python 3.9 or newer, standard library only.
"""
import json
import random
import re
import sys
from pathlib import Path

import phrases as words

RESOURCES = Path(__file__).resolve().parents[3] / 'src/resources/en'
LAYOUTS = 2400
PAGES_A_LAYOUT = 3
MONTHS = 'January February March April May June July August September October November December'.split()
DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()


def table(name):
    rows = (RESOURCES / f'{name}.tsv').read_text(encoding='utf-8').split('\n')
    return [row.split('\t')[0] for row in rows if row and not row.startswith('#')]


GIVEN, FAMILY = table('given_names'), table('surnames')


def invented(r):
    """A name that is in no list."""
    return ''.join(r.choice(['b', 'd', 'el', 'k', 'm', 'n', 'or', 's', 't', 'v', 'ei', 'z']) + r.choice('aeiou') + r.choice(['', 'n', 'l', 'r', 'dh'])
                   for _ in range(r.choice([2, 2, 3]))).title()


def person(r):
    name = invented(r) if r.random() < .2 else r.choice(GIVEN).title()
    if r.random() < .1:
        name += f' {r.choice("ABCDEJKLMRT")}.'
    family = invented(r) if r.random() < .2 else r.choice(FAMILY).title()
    if r.random() < .07:
        family += '-' + r.choice(FAMILY).title()
    return f'{name} {family}'


def sentences(paragraph):
    return [s for s in re.split(r'(?<=[a-z0-9)”"][.!?])\s+(?=["“A-Z])', paragraph) if s]


class Layout:
    """The habits of one publisher."""

    def __init__(self, number):
        self.number = number
        r = random.Random(f'layout {number}')
        self.site = f'{r.choice(["The ", ""])}{r.choice(words.SITE_WORDS)} {r.choice(words.SITE_KINDS)}'
        self.company = f'{r.choice(words.SITE_WORDS)} Media Group'
        self.menu = r.choice(['lines', 'lines', 'lines', 'bars', 'upper', 'spaced', 'none'])
        self.menu_size = r.choice([6, 12, 25, 60, 120])
        self.cookie = r.choice(['top', 'end', 'none', 'none'])
        self.breadcrumb = r.choice(['none', 'none', 'arrows', 'lines', 'headline'])
        self.kicker = r.choice([None, None, 'section', 'upper', 'live'])
        self.top_teasers = r.choice([0, 0, 0, 3, 8])
        self.headline_case = r.choice(['sentence', 'sentence', 'title', 'quoted'])
        self.headline_twice = r.random() < .15
        self.standfirst = r.choice([None, None, 'plain', 'plain', 'points', 'nostop'])
        self.standfirst_place = r.choice(['after headline'] * 5 + ['after byline'])
        self.byline = r.choice(['by', 'by', 'By upper', 'name', 'name', 'name role', 'name role', 'name comma role', 'role line', 'bar', 'in', 'in', 'twitter', 'author', 'words',
                                'agency', 'glued date', 'two', 'split by', 'none', 'desk', 'end', 'before headline', 'repeated', 'bio', 'slash', 'glued role'])
        self.two_authors = r.choice([.1, .1, .3])
        self.date = r.choice(['us', 'us time', 'uk', 'uk time', 'published', 'published updated', 'iso', 'numeric', 'ago', 'glued', 'upper', 'none', 'two lines', 'bar',
                              'label line', 'posted', 'weekday', 'first published', 'modified only', 'short'])
        self.date_place = r.choice(['after byline', 'after byline', 'after byline', 'before byline', 'before headline', 'after headline', 'end'])
        self.read_time = r.random() < .2
        self.share_places = r.sample(['after date', 'before byline', 'after first', 'end', 'after standfirst'], r.choice([0, 1, 1, 1, 2, 3]))
        self.share_size = r.choice([1, 3, 4, 6, 9])
        self.caption = r.choice([None, 'credit line', 'credit paren', 'credit bar', 'credit end', 'credit line', 'image caption', 'photo:', 'plain', 'plain', 'slash', 'source first',
                                 'credit first', 'file', 'name end', 'bracket end', 'colon'])
        self.caption_twice = r.random() < .12
        self.caption_where = r.choice(['top', 'top', 'both', 'inside'])
        self.caption_rate = r.choice([.05, .1, .2])
        self.promos = r.choice([None, 'cue: title', 'cue: title', 'cue line', 'cue block', 'titles', 'titles', 'cards', 'bullets', 'pairs', 'upper', 'glued', 'tripled'])
        self.promo_rate = r.choice([.05, .1, .2, .4])
        self.ads = r.choice([0, 0, .05, .12, .25])
        self.signup = r.choice([None, None, 'inside', 'end', 'both'])
        self.paywall = r.choice([None, None, None, 'end', 'inside', 'top'])
        self.posts = r.choice([0, 0, 0, .03, .08])
        self.gallery = r.choice([0, 0, 0, .5])
        self.boilerplate = r.choice([None, None, None, 'Article content', 'Advertisement', 'Story continues below', 'Read next'])
        self.videos = r.choice([0, 0, 0, .04, .1])
        self.boxes = r.choice([0, 0, 0, .03])
        self.disclaimer = r.choice([0, 0, .2, .8])
        self.top_related = r.random() < .15
        self.top_video = r.random() < .08
        self.site_boxes = r.choice([0, 0, 1, 3])
        self.teaser_more = r.random() < .15
        self.teaser_long = r.random() < .1
        self.footer_joined = r.random() < .3
        self.media = r.choice([None, None, 'top', 'inside'])
        self.subheads = r.choice([0, 0, .06, .12, .2, .4, .6])
        self.subhead_case = r.choice(['as is', 'as is', 'upper', 'numbered'])
        self.lists = r.choice([0, .03, .06, .15])
        self.pullquote = r.choice([0, 0, 0, .05])
        self.joined = r.choice([1, 1, 2, 3])
        self.shorts = r.choice([0, 0, .05, .2])
        self.longs = r.choice([0, 0, .05, .2])
        self.caption_rows = r.choice([None, None, None, None, 'end', 'inside'])
        self.rules = r.choice([None, None, None, None, '___', '***', '* * *', '—', '.'])
        self.roundup = r.random() < .12
        self.results = r.choice([0, 0, 0, 0, .1])
        self.long_subheads = r.choice([0, 0, 0, .5, .9])
        self.claim = r.random() < .1
        self.repeats = r.random() < .04
        self.end_notes = r.choice([0, 0, 0, 0, 0, 1, 2])
        self.careful_teasers = r.random() < .1
        self.blank = r.choice(['none', 'none', 'paragraphs', 'paragraphs', 'all', 'mixed'])
        self.end_tags = r.choice([None, 'lines', 'bar', 'hash', 'commas'])
        self.end_bio = r.choice([None] * 6 + ['bio', 'bio', 'correction', 'source'])
        self.end_teasers = r.choice([0, 3, 6, 12, 30])
        self.teaser_blurbs = r.choice([0, 0, .3, .7, 1])
        self.feed = r.choice([None] * 7 + ['source', 'kicker', 'both'])
        self.teaser_cut = r.random() < .25
        self.teaser_twice = r.random() < .12
        self.teaser_stamps = r.choice([None, 'ago', 'date', 'section', 'author', 'reads', 'section date'])
        self.teaser_stops = r.random() < .6
        self.comments = r.choice([None, None, None, 'few', 'many', 'rules'])
        self.footer = r.choice(['lines', 'lines', 'bars', 'none'])
        self.footer_size = r.choice([4, 10, 30, 80])
        self.quotes = r.choice(['straight', 'curly'])
        self.indent = r.random() < .15
        self.links_apart = r.random() < .06
        self.stock = r.random() < .06
        self.dateline = r.choice([None, None, None, 'CITY (Agency) -', 'CITY —', 'CITY:', 'City, Month D (Agency) —'])
        # Each layout uses only some of the phrases, so that held-out layouts contain unseen ones.
        self.own = {name: r.sample(value, max(3, len(value) * 2 // 3)) for name, value in vars(words).items() if isinstance(value, list) and name.isupper()}


class Page:
    def __init__(self, layout, r, doc):
        self.l, self.r, self.lines = layout, r, []
        self.names = [person(r) for _ in range(4)]
        self.year = r.choice([2016, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025])
        self.month, self.day = r.randrange(12), r.randrange(1, 29)
        body = [re.sub(r'\s+', ' ', p).strip() for p in doc['paragraphs']]
        self.split(doc, [p for p in body if p])

    def split(self, doc, body):
        r, l = self.r, self.l
        if doc['kind'] == 'briefs':
            body = [' '.join(body[i:i + l.joined]) for i in range(0, len(body), l.joined)]
        self.spare = []
        if len(body) > 6:
            for _ in range(r.randrange(1, 4)):
                self.spare.append(sentences(body.pop(r.randrange(2, len(body))))[0])
        title = doc.get('title') or ''
        if len(title.split()) < 4:
            first = re.sub(r'\([^)]*\)', '', sentences(body[0])[0])
            first = re.split(r',? (?:who|which|after|as|where|following) |, ', first)[0]
            title = ' '.join(w for w in first.rstrip('.').split() if w.lower() not in ('the', 'a', 'an', 'has', 'have'))
            title = ' '.join(title.split()[:r.choice([7, 9, 11, 13])])
        self.title = self.cased(title.strip())
        self.rest = []
        if r.random() < .5:
            kept = r.choice([2, 3, 3, 3, 4, 5, 6])
            body, self.rest = body[:kept], body[kept:]
        if l.roundup:
            # Parts of several stories under subheads, as in columns and live pages.
            for _ in range(r.randrange(2, 6)):
                start = r.randrange(len(PROSE))
                body.extend(PROSE[start:start + r.randrange(1, 3)])
            first, rest = body[:2], body[2:]
            r.shuffle(rest)
            body = first + rest
        own = lambda name: self.own(name).format(p=person(r), c=r.choice(words.CITIES), year=self.year)
        mixed = body[:1]
        for text in body[1:]:
            if r.random() < l.shorts:
                mixed.append(own('SHORT_PARAGRAPHS') if r.random() < .4 else self.cut(text))
            if r.random() < l.longs:
                mixed.append(own('LONG_PARAGRAPHS'))
            if r.random() < l.results:
                for _ in range(r.randrange(1, 6)):
                    mixed.append(self.own('RESULTS').format(p=person(r), q=person(r), c=r.choice(words.CITIES), d=r.choice(words.CITIES), n=r.randrange(2, 90), m=r.randrange(2, 60)))
            mixed.append(text)
        if r.random() < .25:
            mixed.append(own('SHORT_PARAGRAPHS') if r.random() < .3 else self.cut(r.choice(body)))
        body = mixed
        if r.random() < .12 and len(sentences(body[0])[0].split()) > 14:
            body[0] = ' '.join(sentences(body[0])[0].split()[:r.randrange(8, 14)]).rstrip('.,;:"”') + '.'
        if r.random() < .08:
            body.insert(0, own('LONG_PARAGRAPHS'))
        if l.dateline and body:
            city = r.choice(words.CITIES)
            agency = r.choice(['Reuters', 'AP', 'AFP'])
            lead = l.dateline.replace('CITY', city.upper()).replace('City', city).replace('Agency', agency).replace('Month D', f'{MONTHS[self.month][:3]} {self.day}')
            body[0] = f'{lead} {body[0]}'
        if l.quotes == 'curly':
            body = [re.sub(r'"([^"]*)"', r'“\1”', p).replace("'", '’') for p in body]
        self.body = body

    def cut(self, paragraph):
        """Its first words as a sentence."""
        ws = self.r.choice(sentences(paragraph)).split()
        said = ' '.join(ws[:self.r.randrange(6, 14)]).rstrip('.,;:"”')
        return f'"{said}," {self.names[3].split()[-1]} said.' if self.r.random() < .25 else said + '.'

    def cased(self, title):
        small = 'of the a an in on at to for and or with by from as but'.split()
        if self.l.headline_case == 'title':
            return ' '.join(w if w.lower() in small and i else w[:1].upper() + w[1:] for i, w in enumerate(title.split()))
        if self.l.headline_case == 'quoted' and self.r.random() < .4:
            ws = title.split()
            k = self.r.randrange(len(ws))
            return ' '.join(ws[:k] + ["'" + ' '.join(ws[k:]) + "'"]) if k else title
        return title

    def own(self, name):
        return self.r.choice(self.l.own[name])

    def add(self, label, text):
        text = text.strip()
        if not text:
            return
        if self.l.indent and label == 'x' and self.r.random() < .3:
            text = ' ' + text + ' '
        self.lines.append((label, text))

    def blank(self):
        if self.lines and self.lines[-1][0] != '_':
            self.lines.append(('_', ''))

    def gap(self, of):
        b = self.l.blank
        if b == 'all' or (b == 'paragraphs' and of == 'P') or (b == 'mixed' and self.r.random() < .5):
            self.blank()

    # --- parts of a page

    def menu(self):
        r, l = self.r, self.l
        if l.menu == 'none':
            return
        for _ in range(r.randrange(0, 5)):
            self.add('x', self.own('SITE_BUTTONS'))
        if r.random() < .6:
            self.add('x', l.site)
        items = [self.own('SECTIONS') for _ in range(l.menu_size)]
        if l.menu == 'bars':
            for i in range(0, len(items), 10):
                self.add('x', r.choice([' | ', ' · ', ' • ', ' / ']).join(items[i:i + 10]))
        elif l.menu == 'spaced':
            for i in range(0, len(items), 8):
                self.add('x', ' '.join(items[i:i + 8]))
        else:
            for item in items:
                self.add('x', item.upper() if l.menu == 'upper' else item)
                if r.random() < .05:
                    self.add('x', self.teaser())
                if r.random() < .04:
                    self.add('x', self.own('SITE_BUTTONS'))
        for _ in range(r.randrange(0, 4)):
            self.add('x', self.own('SITE_BUTTONS'))
        if r.random() < .2:
            self.add('x', self.stamp('weekday'))
        if r.random() < .2:
            self.add('x', r.choice(['Your location: ', '', 'Weather: ']) + r.choice(words.CITIES) + r.choice(['', ' 14°C', ', 61°F']))
        if l.stock:
            for name in ('FTSE 100', 'Dow', 'Nasdaq', 'S&P 500', 'Gold', 'Oil'):
                self.add('x', name)
                self.add('x', f'{r.randrange(1000, 30000):,}.{r.randrange(100):02}')
                self.add('x', f'{r.choice("+-")}{r.random() * 3:.2f}%')

    def cookies(self):
        for _ in range(self.r.randrange(1, 4)):
            self.add('x', self.own('COOKIES'))
            for _ in range(self.r.randrange(0, 3)):
                self.add('x', self.own('COOKIE_BUTTONS'))

    def teaser(self):
        r = self.r
        if r.random() < .3:
            return self.cased(r.choice(TITLES))
        return self.own('TEASERS').format(p=person(r), c=r.choice(words.CITIES), year=self.year)

    def teasers(self, count):
        r, l = self.r, self.l
        for _ in range(count):
            if l.teaser_stamps in ('section', 'section date'):
                self.add('x', self.own('SECTIONS').upper() if r.random() < .5 else self.own('SECTIONS'))
            title = self.teaser()
            if l.teaser_cut and r.random() < .5:
                title = title[:r.randrange(30, 60)] + r.choice(['...', '…'])
            self.add('x', title)
            if l.teaser_twice:
                self.add('x', self.lines[-1][1])
            if r.random() < l.teaser_blurbs:
                blurb = r.choice(PROSE if l.teaser_long else BLURBS)
                if not l.teaser_stops:
                    blurb = blurb.rstrip('.')
                if l.teaser_cut:
                    blurb = blurb[:r.randrange(60, 200)]
                    blurb = (blurb if r.random() < .5 else blurb.rsplit(' ', 1)[0]) + r.choice(['…', '...', '...', ' [...]', '... Read more'])
                self.add('x', blurb)
            if l.teaser_stamps == 'ago':
                self.add('x', f'{r.randrange(2, 23)} {r.choice(["hours", "minutes", "days"])} ago')
            elif l.teaser_stamps in ('date', 'section date'):
                self.add('x', self.stamp(r.choice(['us', 'uk']), other=True))
            elif l.teaser_stamps == 'author':
                self.add('x', r.choice(['By ', '']) + person(r))
            elif l.teaser_stamps == 'reads':
                self.add('x', f'{r.randrange(2, 9)} min read')
            if l.teaser_more:
                self.add('x', r.choice(['Read More', 'Read more', 'Read full story', 'More']))
            self.gap('x')

    def feed(self):
        """A list of other stories, each in the same few lines."""
        r, l = self.r, self.l
        long = r.random() < .3
        for _ in range(r.choice([4, 8, 15, 40])):
            title = self.teaser()
            if l.feed != 'source':
                self.add('x', r.choice([self.own('SUBHEADS'), self.own('SECTIONS'), ' '.join(self.teaser().split()[:r.randrange(2, 5)])]).upper())
            self.add('x', title.title() if l.headline_case == 'title' else title)
            if l.feed != 'kicker':
                self.add('x', r.choice(['', '', f'{r.randrange(1, 40)} likes ', f'{r.randrange(1, 40)} votes ']) + r.choice([f'{r.choice(words.SITE_WORDS).lower()}.com ', l.site + ' ', '']) +
                         f'{self.own("SECTIONS")} {self.own("SECTIONS")}')
            self.add('x', r.choice(PROSE if long else BLURBS) if r.random() < .7 else self.own('VIDEO_BLURBS').format(p=person(r), c=r.choice(words.CITIES)))
            self.gap('x')

    def comment(self):
        r = self.r
        if r.random() < .3:
            return r.choice(self.rest if self.rest and r.random() < .5 else PROSE)
        return self.own('COMMENTS').format(p=self.names[2].split()[0], c=r.choice(words.CITIES), year=self.year - 30)

    def stamp(self, how, other=False):
        r = self.r
        y, m, d = self.year, self.month, self.day
        if other:
            m, d = r.randrange(12), r.randrange(1, 29)
        month = MONTHS[m] if r.random() < .6 else MONTHS[m][:3]
        clock = r.choice([f'{r.randrange(1, 12)}:{r.randrange(60):02} {r.choice(["am", "pm", "a.m.", "p.m.", "AM", "PM"])}', f'{r.randrange(24):02}:{r.randrange(60):02}',
                          f'{r.randrange(1, 12)}:{r.randrange(60):02}{r.choice(["am", "pm"])}'])
        zone = r.choice(['', '', ' GMT', ' BST', ' EST', ' ET', ' EDT', ' UTC', ' AEST', ' IST'])
        us, uk = f'{month} {d}, {y}', f'{d} {month} {y}'
        either = r.choice([us, uk])
        if how == 'us':
            return us
        if how == 'uk':
            return uk
        if how == 'us time':
            return r.choice([f'{us} {clock}{zone}', f'{us} at {clock}{zone}', f'{us}, {clock}{zone}', f'{clock}{zone} {us}'])
        if how == 'uk time':
            return r.choice([f'{uk} {clock}{zone}', f'{uk}, {clock}{zone}', f'{clock}{zone}, {uk}', f'{uk} • {clock}', f'{d:02} {month} {y} {clock}'])
        if how == 'published':
            return r.choice(['Published', 'Published:', 'PUBLISHED', 'Published on', 'Published at']) + ' ' + r.choice([either, f'{either} {clock}{zone}', f'{clock}{zone} {either}'])
        if how == 'published updated':
            return f'Published: {clock}{zone}, {either}' + r.choice([' | ', ' / ', ' ', ', ']) + f'Updated: {clock}{zone}, {either}'
        if how == 'iso':
            return r.choice([f'{y}-{m + 1:02}-{d:02}', f'{y}-{m + 1:02}-{d:02} {clock}', f'{y}-{m + 1:02}-{d:02}T{r.randrange(24):02}:{r.randrange(60):02}:00Z'])
        if how == 'numeric':
            return r.choice([f'{d:02}/{m + 1:02}/{y}', f'{m + 1}/{d}/{y}', f'{d:02}.{m + 1:02}.{y}', f'{d:02}/{m + 1:02}/{y} {clock}'])
        if how == 'ago':
            return r.choice(['', 'Published ', 'Updated ']) + f'{r.randrange(2, 23)} {r.choice(["hours", "minutes", "days", "months"])} ago'
        if how == 'glued':
            return f'{r.choice(["PUBLISHED ", "UPDATED ", ""])}{DAYS[d % 7][:3].upper()}, {MONTHS[m][:3].upper()} {d} {y}{r.randrange(1, 12)}:{r.randrange(60):02} {r.choice(["AM", "PM"])}{zone}'
        if how == 'upper':
            return either.upper()
        if how == 'bar':
            return f'{either} | {clock}{zone}'
        if how == 'posted':
            return r.choice(['Posted', 'Posted on', 'Posted:', 'Date:', 'Created:', 'Publish date:', 'Issued on:']) + f' {either}' + r.choice(['', f' at {clock}', f' - {clock}'])
        if how == 'weekday':
            return f'{DAYS[d % 7]}{r.choice([",", ""])} {either}' + r.choice(['', f' {clock}', f', {clock}{zone}'])
        if how == 'first published':
            return f'First published {r.choice(["on ", ""])}{either}' + r.choice(['', f' {clock}{zone}'])
        if how == 'modified only':
            return r.choice(['Updated', 'Last updated', 'Updated:', 'Last modified', 'UPDATED', 'Last Updated:', 'Modified']) + r.choice([' ', ' on ', ' ']) + r.choice([either, f'{clock}{zone}, {either}'])
        if how == 'short':
            return r.choice([f'{DAYS[d % 7][:3]} {d} {month} {y} {clock}{zone}', f'{month} {d}', f'{d} {month}'])
        return either

    def dates(self):
        l = self.l
        how = l.date
        if how == 'none':
            return
        if how == 'two lines':
            self.add('T', self.stamp(self.r.choice(['published', 'us time', 'uk time'])))
            self.add('T', self.stamp('modified only'))
        elif how == 'label line':
            self.add('T', self.r.choice(['Published', 'PUBLISHED', 'Published:', 'Date', 'Published on']))
            self.add('T', self.stamp(self.r.choice(['us time', 'uk time', 'uk'])))
        else:
            self.add('T', self.stamp(how))
        if l.read_time:
            self.add('x', f'{self.r.randrange(1, 12)} {self.r.choice(["min read", "minute read", "mins read", "min", "minutes to read"])}')

    def authors(self):
        r = self.r
        names = [self.names[0]]
        if r.random() < self.l.two_authors:
            names.append(self.names[1])
            if r.random() < .3:
                names.append(self.names[2])
        if len(names) == 1:
            return names[0]
        return ', '.join(names[:-1]) + r.choice([' and ', ' & ', ' and ', ', ']) + names[-1]

    def bylines(self):
        r, l = self.r, self.l
        who, how = self.authors(), l.byline
        role, city, agency = self.own('ROLES'), r.choice(words.CITIES), self.own('AGENCIES')
        add = lambda text: self.add('Y', text)
        if how in ('none', 'end'):
            return
        if how == 'by':
            add(f'By {who}')
        elif how == 'By upper':
            add(f'{r.choice(["BY", "By"])} {who.upper()}{r.choice(["", f" {l.site.upper()}", ""])}')
        elif how in ('name', 'before headline', 'repeated'):
            add(who)
            if how == 'repeated' and r.random() < .6:
                self.add('x', 'See all articles by ' + who if r.random() < .5 else who)
        elif how == 'name role':
            add(who)
            add(role)
        elif how == 'name comma role':
            add(f'{r.choice(["By ", ""])}{who}, {r.choice([role, l.site, role + ", " + l.site])}')
        elif how == 'glued role':
            add(r.choice(['By', 'by', 'Author', 'Author of the article:']) if r.random() < .5 else '')
            add(f'{who}{r.choice([role, " " + role, l.site])}')
        elif how == 'role line':
            add(f'By {who}')
            add(r.choice([role, f'{role}, {l.site}', l.site, f'{l.site} {role}']))
        elif how == 'bar':
            add(f'{r.choice(["By ", ""])}{who} {r.choice(["|", "-", "•", "/", "·", "–"])} {r.choice([agency, l.site, role, city])}')
        elif how == 'in':
            add(f'{r.choice(["By ", ""])}{who} in {city}{r.choice(["", f" and {self.names[3]} in {r.choice(words.CITIES)}"])}')
        elif how == 'twitter':
            add(f'{r.choice(["By ", ""])}{who}')
            self.add('x', '@' + re.sub(r'\W', '', who)[:14])
        elif how == 'author':
            add(r.choice(['Author: ', 'Written by ', 'Words by ', 'Posted by ', 'Reported by ', 'Story by ', 'Posted By: ', 'Written By ', 'From ', 'Article by ', 'Contributor: ']) + who)
        elif how == 'words':
            add(f'{who} reports from {city}' if r.random() < .3 else f'By {who} for {l.site}')
        elif how == 'agency':
            add(r.choice(['By ', '', 'Source: ']) + agency)
        elif how == 'glued date':
            add(r.choice(['By ', 'by ', '']) + who + r.choice([' ', ' | ', ' - ', ', ', ' • ', ' on ', ' / ']) + self.stamp(r.choice(['us', 'uk', 'us time', 'published', 'upper'])))
        elif how == 'slash':
            add(f'{who} / {l.site} / {self.stamp(r.choice(["us", "uk time"]))}')
        elif how == 'two':
            for name in self.names[:r.choice([2, 2, 3])]:
                add(name)
                if r.random() < .4:
                    add(r.choice(words.ROLES))
        elif how == 'split by':
            add(r.choice(['By', 'BY', 'by', 'Written by', 'Author']))
            add(who)
            if r.random() < .3:
                add(role)
        elif how == 'desk':
            add(r.choice(['By ', '']) + r.choice([f'{l.site} staff', f'{l.site} Staff', f'{city} Desk', 'Web Desk', 'News Desk', 'Staff Reporter', 'Our Correspondent', 'Staff Writer']))
        elif how == 'bio':
            add(f'By {who}')
            self.add('x', f'{self.names[0]} is a {role.lower()} based in {city}.')

    def share(self):
        for _ in range(self.l.share_size):
            self.add('x', self.own('SHARE'))

    def name_in_body(self):
        """A person or thing named in the story."""
        found = re.findall(r'(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}', ' '.join(self.body))
        return self.r.choice(found) if found else self.names[3]

    def company_name(self):
        return f'{self.r.choice(words.SITE_WORDS)} {self.r.choice(["University", "Police", "Museum", "Institute", "City Council", "Films"])}'

    def credit(self):
        r = self.r
        credit = self.own('CREDITS')
        return r.choice([credit, credit, f'{person(r)}/{credit}', person(r), f'{person(r)} / {credit}', f'{self.l.site}'])

    def captions(self):
        r, l = self.r, self.l
        if not l.caption:
            return
        start = len(self.lines)
        self.caption()
        if l.caption_twice:
            for _ in range(r.randrange(1, 3)):
                for _, text in self.lines[start:]:
                    self.add('x', text)

    def caption(self):
        r, l = self.r, self.l
        how = l.caption
        known = self.name_in_body() if r.random() < .5 else person(r)
        if r.random() < .6:
            said = self.own('CAPTIONS').format(n=known, n2=person(r), c=r.choice(words.CITIES), m=MONTHS[self.month][:r.choice([3, 20])], d=self.day, y=self.year, w=DAYS[self.day % 7],
                                               v=self.own('CAPTION_VERBS'), N=self.own('CAPTION_SUBJECTS'), r=r.randrange(18, 90))
            if how in ('plain', 'source first', 'credit paren', 'image caption', 'name end') and r.random() < .3 and self.spare:
                said += ' ' + self.spare[-1][:150]
        elif r.random() < .45 and self.spare:
            said = self.spare.pop()
            if len(said) > 160:
                said = said[:160].rsplit(' ', 1)[0] + '.'
        else:
            name, city = r.choice([self.names[3], person(r), known]), r.choice(words.CITIES)
            noun = r.choice(['The council building', 'A police car', 'Flood water', 'Protesters', 'The new bridge', 'Firefighters', 'Fans', 'The minister', 'Shoppers', 'Workers',
                             'A hospital ward', 'Smoke', 'The stadium', 'Voters', 'Passengers'])
            said = r.choice([f'{name} at a meeting in {city}', f'{name} speaks to reporters in {city} on {DAYS[self.day % 7]}.', f'{noun} in {city}', f'{name}, pictured in {self.year - 2}',
                             f'{noun} in {city} last week.', f'{name} (left) with {person(r)}', f'{noun} near {city} on {MONTHS[self.month]} {self.day}, {self.year}.',
                             f'File photo of {name}', f'{name}', f'A file photo of {noun.lower()} in {city}.', f'{noun} outside the court in {city}.',
                             f'{name} has denied the claims.', f'{name}, left, shakes hands with {person(r)} during a visit to {city}, {DAYS[self.day % 7]}, {MONTHS[self.month][:3]}. {self.day}, {self.year}.',
                             f'{noun} can be seen from the road near {city}', f'{name} arrives for a hearing in {city}, {self.year}.', f'This combination of pictures shows {name}, left, and {person(r)}.',
                             f'{name}, {r.randrange(18, 80)}', f'{name} looks on during the match against {city}.', f'A view of {city}', f'{name} speaks during a news conference in {city} on {DAYS[self.day % 7]}, {MONTHS[self.month]} {self.day}, {self.year}.',
                             f"{city}'s {name}, right, scores past {person(r)} during the second half of the match, {DAYS[self.day % 7]}, {MONTHS[self.month][:3]}. {self.day}, {self.year}, in {r.choice(words.CITIES)}.",
                             f'In this {MONTHS[self.month]} {self.day}, {self.year} file photo, {name} leaves the court in {city}.', f'{noun}, {DAYS[self.day % 7]}, in {city}.',
                             f'{noun} block the road to {city} during a protest on {DAYS[self.day % 7]}', f'{name} and {person(r)} in {city} in {self.year - 10}, the year they met.', f'Pictured: {noun.lower()} in {city}', f'{noun}: the scene in {city}'])
        if r.random() < .2 and (self.rest or self.body):
            # How the picture relates to the story.
            said = said.rstrip('.') + '. ' + r.choice(sentences(r.choice(self.rest or self.body)))[:220]
        credit = self.credit()
        if how == 'credit paren':
            self.add('C', f'{said}{r.choice([" ", " ", ""])}({r.choice(["", "Photo: ", "Image: ", "Photo by ", "Credit: ", "Picture: ", "Photo by " + person(r) + "/"])}{credit})')
        elif how == 'credit bar':
            self.add('C', f'{said.rstrip(".")} | {credit}' if r.random() < .7 else f'{person(r)} | {credit}')
        elif how == 'credit end':
            self.add('C', f'{said} {r.choice(["Photograph: ", "Credit: ", "Photo: ", "Picture: ", "CREDIT: ", "", "", "Photo by ", "Photograph by "])}{credit}')
        elif how == 'credit line':
            self.add('C', said)
            if r.random() < .15:
                credit = f'{person(r)}/{self.company_name()}'
            self.add('C', r.choice([credit, credit, f'Image Credits: {credit}', f'Credit: {credit}', f'Photo: {credit}', f'Image: {credit}', f'{credit} hide caption', f'Photograph: {credit}']))
        elif how == 'image caption':
            if r.random() < .5:
                self.add('C', f'Image source, {credit}')
            self.add('C', r.choice(['Image caption ', 'Image caption, ', 'Media caption ']) + said)
        elif how == 'photo:':
            self.add('C', r.choice(['Photo: ', 'PHOTO: ', 'Picture: ', 'Image: ', 'Pictured: ', 'Caption: ']) + said)
        elif how == 'plain':
            self.add('C', said)
        elif how == 'slash':
            self.add('C', f'{said} {person(r)}/{self.own("CREDITS")}')
        elif how == 'name end':
            self.add('C', f'{said.rstrip(".")}{r.choice([". ", ". ", " "])}{person(r)}')
        elif how == 'bracket end':
            self.add('C', f'{said}{r.choice([" ", ""])}({r.choice([l.site, person(r), self.company_name(), credit])}{r.choice(["", " via " + credit, " handout", " photo"])})')
        elif how == 'colon':
            self.add('C', f'{self.topic().split(" under ")[0].split(" says")[0]}: {said[:1].lower()}{said[1:].rstrip(".")}' if r.random() < .6 else said.rstrip('.'))
        elif how == 'source first':
            self.add('C', credit)
            self.add('C', said)
        elif how == 'credit first':
            self.add('C', r.choice([f'({credit})', f'(Photo by {person(r)}/{credit})', f'(Photos by {person(r)}; illustration by {person(r)})']))
        else:
            self.add('C', f'FILE - {said}')
        self.gap('P')

    def promo(self):
        r, l = self.r, self.l
        if not l.promos:
            return
        cue = self.own('PROMO_CUES')
        if l.promos == 'cue: title':
            self.add('x', f'{cue.rstrip(":")}{r.choice([": ", ": ", " | ", " - ", " "])}{self.teaser()}')
        elif l.promos == 'cue line':
            self.add('x', cue)
            self.add('x', self.teaser())
        elif l.promos == 'cue block':
            self.add('x', cue)
            self.teasers(r.choice([1, 2, 3, 4, 6]))
        elif l.promos == 'titles':
            self.add('x', self.teaser())
        elif l.promos == 'upper':
            self.add('x', self.teaser().upper())
        elif l.promos == 'glued':
            self.add('x', f'{r.choice(["Also on", "From", "More on", "Read on"])} {l.site} {self.teaser()}')
        elif l.promos == 'tripled':
            self.add('x', ' '.join([self.teaser()] * r.choice([2, 3])))
            blurb = r.choice(BLURBS)[:r.randrange(60, 160)].rsplit(' ', 1)[0]
            self.add('x', blurb + r.choice(['…', '…', '...']) + r.choice(['', ' Read more', ' Read more Read more']))
        elif l.promos == 'pairs':
            title = self.teaser()
            self.add('x', title)
            self.add('x', f'{cue.rstrip(":")}: {title}' if r.random() < .5 else r.choice(BLURBS))
        elif l.promos == 'bullets':
            self.add('x', cue + r.choice([':', '']))
            for _ in range(r.randrange(2, 4)):
                self.add('x', r.choice('•-*>') + ' ' + self.teaser())
        else:
            self.add('x', self.own('SECTIONS').upper())
            self.add('x', self.teaser())
            self.add('x', r.choice(['Read more', 'Read full story', f'{r.randrange(2, 9)} min read', 'Read']))
        self.gap('P')

    def claim(self):
        """A fact-checking site's summary of a claim above the story."""
        r = self.r
        self.add('x', r.choice([person(r), self.company_name(), f'{person(r)}, {self.own("ROLES").lower()}']))
        self.add('x', '“' + r.choice(PROSE).strip('"“”')[:400] + '”')
        self.add('x', r.choice(['Source: ', '']) + f'{r.choice([self.company_name(), self.l.site])}, {self.stamp("us", other=True)}')
        self.add('x', r.choice(['False', 'True', 'Misleading', 'Half true', 'Unproven']))
        if r.random() < .5:
            self.add('x', sentences(r.choice(BLURBS))[0].rstrip('.'))
        self.gap('P')

    def post(self):
        r = self.r
        name = person(r)
        for _ in range(r.choice([1, 1, 1, 2])):
            said = self.own('POSTS').format(p=name, c=r.choice(words.CITIES), n=f'{r.randrange(10 ** 9):x}') if r.random() < .6 else sentences(r.choice(BLURBS))[0][:200]
            if not said.startswith('pic.') and r.random() < .4:
                said += r.choice([f' https://t.co/{r.randrange(10 ** 9):x}', f' pic.twitter.com/{r.randrange(10 ** 9):x}', f' #{r.choice(words.CITIES).replace(" ", "")}'])
            # The text of a post is part of the story; its author and date are not.
            self.add('x' if said.startswith('pic.') else 'P', said)
        self.add('x', f'{r.choice("—–-")} {name} (@{re.sub(r"[^A-Za-z]", "", name)[:12]}) {self.stamp("us", other=True)}')
        self.gap('P')

    def slides(self):
        r = self.r
        count = r.choice([3, 5, 8, 12, 30])
        credit = self.credit()
        for i in range(count):
            self.add('x', f'{i + 1}/{count}{r.choice([" ", " " + self.teaser(), ""])}')
            if r.random() < .7:
                self.add('x', r.choice(BLURBS) if r.random() < .5 else r.choice(PROSE))
            if r.random() < .8:
                self.add('x', credit)
        self.gap('P')

    def signup(self):
        for _ in range(self.r.randrange(1, 4)):
            self.add('x', self.own('SIGNUPS'))
            if self.r.random() < .5:
                self.add('x', self.r.choice(['Sign up', 'Subscribe', 'SUBSCRIBE', 'Email', 'Your email', 'Sign me up', 'Submit', 'Sign Up Now', 'Enter email', 'Go']))
        self.gap('P')

    def paywall(self):
        for _ in range(self.r.randrange(1, 4)):
            self.add('x', self.own('PAYWALL').format(year=self.year - 20))

    def standfirst(self):
        r, l = self.r, self.l
        if not l.standfirst:
            return
        if l.standfirst == 'points':
            source = [sentences(p)[0] for p in (self.rest if len(self.rest) > 2 and r.random() < .7 else self.body)[1:6]]
            self.add('x', r.choice(['Key points', 'KEY POINTS', 'Highlights', 'Summary', 'At a glance', 'Key takeaways', 'In short:']))
            stop = r.choice(['', '.', '.'])
            for s in r.sample(source, min(len(source), 3)):
                self.add('D', r.choice(['', '', '• ']) + s.rstrip('.') + stop)
        elif self.spare:
            said = self.spare.pop()
            self.add('D', said.rstrip('.') if l.standfirst == 'nostop' else said)
        self.gap('P')

    def head(self):
        r, l = self.r, self.l
        if l.media == 'top' and r.random() < .5:
            self.add('x', self.own('MEDIA'))
        if l.kicker:
            kicker = self.own('SECTIONS')
            self.add('x', kicker.upper() if l.kicker == 'upper' else 'LIVE' if l.kicker == 'live' else kicker)
        if l.date_place == 'before headline':
            self.dates()
        if l.byline == 'before headline':
            self.bylines()
        self.add('H', self.title)
        self.gap('P')
        if l.date_place == 'after headline':
            self.dates()
        if l.standfirst_place == 'after headline':
            self.standfirst()
            if 'after standfirst' in l.share_places:
                self.share()
        if l.date_place == 'before byline':
            self.dates()
        if 'before byline' in l.share_places:
            self.share()
        if l.byline != 'before headline':
            self.bylines()
            self.gap('T')
        if l.date_place == 'after byline':
            self.dates()
            self.gap('P')
        if 'after date' in l.share_places:
            self.share()
        if l.standfirst_place != 'after headline':
            self.standfirst()
        if l.media == 'top':
            for _ in range(r.randrange(1, 4)):
                self.add('x', self.own('MEDIA'))
        if l.caption_where in ('top', 'both'):
            self.captions()
        if l.top_video:
            for _ in range(r.randrange(0, 3)):
                self.add('x', self.own('MEDIA'))
            self.add('x', self.teaser())
            if r.random() < .8:
                self.add('x', self.own('VIDEO_BLURBS').format(p=person(r), c=r.choice(words.CITIES)) if r.random() < .6 else r.choice(BLURBS))
            self.gap('P')
        if l.top_related:
            if r.random() < .7:
                self.add('x', self.own('PROMO_CUES'))
            self.teasers(r.randrange(2, 8))
        if l.claim:
            self.claim()
        if r.random() < l.disclaimer:
            self.add('x', self.own('DISCLAIMERS').format(p=person(r), c=r.choice(words.CITIES)))
            self.gap('P')
        if l.paywall == 'top':
            self.paywall()
        if r.random() < .1:
            self.add('x', self.own('ADS'))
        for _ in range(r.choice([0, 0, 0, 0, 0, 0, 0, 3])):
            self.add('x', r.choice(['/', '|', '+', '•', '...', '✕', '', '', '×']))
        self.gap('P')

    def paragraph(self, text):
        if self.l.links_apart and len(text) > 80:
            cuts = [m.start() for m in re.finditer(r' (?=[a-z])|(?=, )', text)]
            if len(cuts) > 8:
                at = self.r.choice(cuts[3:-3])
                self.lines.append(('P', text[:at]))
                self.lines.append(('P', text[at:].strip()))
                self.gap('P')
                return
        self.add('P', text)
        self.gap('P')

    def inside(self):
        r, l = self.r, self.l
        for number, text in enumerate(self.body):
            if number and r.random() < l.subheads:
                text_of = self.own('SUBHEADS') if r.random() < .6 else self.topic()
                if r.random() < l.long_subheads:
                    ws = sentences(text)[0].rstrip('.').split()[:r.randrange(5, 13)]
                    text_of = ' '.join(w[:1].upper() + w[1:] for w in ws) if r.random() < .6 else ' '.join(ws)
                    text_of = text_of.rstrip(',;:') + r.choice(['', '', '', '?', '.'])
                self.add('S', text_of.upper() if l.subhead_case == 'upper' else f'{number}. {text_of}' if l.subhead_case == 'numbered' else text_of)
                self.gap('P')
            self.paragraph(text)
            if number == 1 and l.repeats:
                self.add('x', text)
                self.gap('P')
            if number == 0 and 'after first' in l.share_places:
                self.share()
            last = number + 1 == len(self.body)
            if last:
                if l.caption_rows == 'end' and r.random() < .6:
                    for _ in range(r.randrange(3, 12)):
                        self.captions()
                break
            if l.rules and r.random() < .15:
                self.add('x', l.rules)
                self.gap('P')
            if r.random() < l.ads:
                self.add('x', self.own('ADS'))
                self.gap('P')
            if r.random() < l.promo_rate:
                self.promo()
            if l.boilerplate and r.random() < .4:
                self.add('x', l.boilerplate)
                self.gap('P')
            if r.random() < l.posts:
                self.post()
            if r.random() < l.videos:
                for _ in range(r.randrange(0, 3)):
                    self.add('x', self.own('MEDIA'))
                title = self.teaser()
                self.add('x', title.upper() if r.random() < .3 else title)
                if r.random() < .6:
                    self.add('x', self.own('VIDEO_BLURBS').format(p=person(r), c=r.choice(words.CITIES)))
                self.gap('P')
            if r.random() < l.boxes:
                for _ in range(r.randrange(2, 6)):
                    self.add('x', self.own('INFO_BOXES').format(p=person(r), c=r.choice(words.CITIES), year=self.year - 40, m=MONTHS[self.month], d=self.day))
                self.gap('P')
            if number == 2 and r.random() < l.gallery:
                self.slides()
            if l.caption_rows == 'inside' and number == 3:
                for _ in range(r.randrange(3, 9)):
                    self.captions()
            if l.caption_where in ('inside', 'both') and r.random() < l.caption_rate:
                self.captions()
            if l.media == 'inside' and r.random() < .05:
                for _ in range(r.randrange(1, 4)):
                    self.add('x', self.own('MEDIA'))
            if l.signup in ('inside', 'both') and r.random() < .06:
                self.signup()
            if l.paywall == 'inside' and r.random() < .04:
                self.paywall()
            if r.random() < l.pullquote and len(text) > 80:
                said = r.choice(sentences(text))
                if 5 < len(said.split()) < 30:
                    self.add('x', r.choice(['“', '']) + said.strip('"“”') + r.choice(['”', '']))
                    if r.random() < .5:
                        self.add('x', person(r))
            if r.random() < l.lists:
                marker = r.choice(['• ', '• ', '- ', '* ', '', '1', '– '])
                if r.random() < .6:
                    self.add('P', r.choice(['What we know so far:', 'The plan in short:', 'Among the findings:', 'The main points are:', 'Those named are:', 'It would:', 'Here is what changes:',
                                            'The figures:', 'Key dates:', 'The new rules say:', f'{self.topic()}:']))
                for i in range(r.randrange(3, 7)):
                    item = self.item()
                    self.add('P', (f'{i + 1}. ' if marker == '1' else marker) + item)
                self.gap('P')

    def topic(self):
        found = re.findall(r'\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b', ' '.join(self.body))
        name = self.r.choice(found) if found else 'The town'
        return self.r.choice([f'{name} under pressure', f'What {name} says', f'The {name} question', f'{name}', f'Why {name} matters', f"{name}'s next move"])

    def item(self):
        r = self.r
        if r.random() < .4:
            s = sentences(r.choice(self.body))[0]
            return s.rstrip('.') if len(s) < 160 and r.random() < .7 else s[:159]
        if r.random() < .5:
            s = sentences(r.choice(self.body))[0].split()
            return ' '.join(s[:r.randrange(4, 14)]).rstrip(',.')
        return r.choice([f'{person(r)}, {r.randrange(18, 90)}, of {r.choice(words.CITIES)}', f'{r.choice(words.CITIES)} {r.randrange(5)}, {r.choice(words.CITIES)} {r.randrange(5)}',
                         f'{r.choice(words.CITIES)}: {r.randrange(3, 90)} per cent', f'A fine of up to ${r.randrange(2, 90)},000', f'{r.randrange(2, 40)} new homes in {r.choice(words.CITIES)}', r.choice(words.CITIES),
                         f'{r.choice(["For", "Against", "Good", "Bad", "Likes", "Cost", "Where", "Winner"])}: {" ".join(sentences(r.choice(self.body))[0].lower().split()[:r.randrange(4, 9)])}'])

    def tail(self):
        r, l = self.r, self.l
        if l.byline == 'end':
            self.add('Y', r.choice(['By ', '— ', '', '- ']) + self.authors())
        if l.date_place == 'end':
            self.dates()
        for _ in range(l.end_notes):
            self.add('x', self.own('END_NOTES').format(p=self.names[0], q=self.names[1], s=self.names[2], c=r.choice(words.CITIES), d=r.choice(words.CITIES), site=l.site,
                                                       a=self.own('AGENCIES'), year=self.year - 4, m=MONTHS[self.month], t=self.topic(), w=self.own('SECTIONS').lower()))
            self.gap('x')
        if r.random() < .1:
            self.add('x', self.own('FOOTER_LINES').format(year=self.year, site=l.site, company=l.company, n=r.randrange(100, 99999)))
        if l.end_bio == 'bio':
            name, role, site, city = self.names[0], self.own('ROLES').lower(), l.site, r.choice(words.CITIES)
            self.add('x', r.choice([f'{name} covers {self.own("SECTIONS").lower()} for {site}. {r.choice(["He", "She"])} is based in {city}.', f'{name} is an award-winning {role} and the author of two books.',
                                    f'{name.split()[-1]} reported from {city}. {site} writers {self.names[1]} and {self.names[2]} contributed to this report.',
                                    f'{r.choice(["—", ""])} {self.own("AGENCIES")} {r.choice(["writer", "journalist", "reporter"])} {self.names[1]} in {city} contributed to this report.',
                                    f'{name} joined {site} in {self.year - 4} as a {role}, after working in {city}. Contact {r.choice(["him", "her"])} by email.',
                                    f'This story was first published in {self.own("SECTIONS")}.', f'({self.own("AGENCIES")})',
                                    f'(Reporting by {name} and {self.names[1]}; Editing by {self.names[2]})', f'Additional reporting by {self.names[1]}',
                                    f'About {name}']) if r.random() < .7 else f'{self.names[0]} is {r.choice(["a", "the"])} {self.own("ROLES").lower()} {r.choice(["at", "for", "of"])} {l.site}. {r.choice(["Follow on Twitter.", "", "Contact the newsroom by email."])}')
        elif l.end_bio == 'correction':
            self.add('x', r.choice(['This story has been corrected to show the right spelling of a name.', 'Editing by {}; reporting by {}'.format(person(r), person(r)),
                                    'Additional reporting by ' + person(r), f'This article was amended on {self.day} {MONTHS[self.month]} {self.year}.']))
        elif l.end_bio == 'source':
            self.add('x', r.choice(['Source: ', 'With inputs from ', 'Via ', 'Originally published by ']) + self.own('AGENCIES'))
        self.gap('x')
        pieces = ['share', 'tags', 'signup', 'paywall', 'comments', 'teasers', 'boxes', 'feed']
        if r.random() < .5:
            r.shuffle(pieces)
        for piece in pieces:
            if piece == 'share' and 'end' in l.share_places:
                self.share()
            elif piece == 'tags' and l.end_tags:
                tags = [r.choice([self.own('SECTIONS'), r.choice(words.CITIES), person(r)]) for _ in range(r.randrange(2, 8))]
                if r.random() < .2:
                    self.add('x', r.choice(['Published under: ', 'Filed under: ', 'Topics: ', 'Tags: ', 'More on: ']) + r.choice([', ', ' , ', ' | ']).join(tags))
                    continue
                if r.random() < .7:
                    self.add('x', r.choice(['Tags', 'Related Topics', 'Topics', 'TAGS:', 'Filed under', 'More on:', 'Topics:', 'Explore more on these topics', 'Tags:']))
                if l.end_tags == 'lines':
                    for tag in tags:
                        self.add('x', tag)
                elif l.end_tags == 'hash':
                    self.add('x', ' '.join('#' + tag.replace(' ', '') for tag in tags))
                else:
                    self.add('x', (' | ' if l.end_tags == 'bar' else ', ').join(tags))
            elif piece == 'feed' and l.feed:
                self.feed()
            elif piece == 'boxes':
                for _ in range(l.site_boxes):
                    self.add('x', self.own('SECTIONS') if r.random() < .6 else self.own('TAIL_HEADINGS'))
                    for _ in range(r.randrange(1, 3)):
                        self.add('x', self.own('SIGNUPS') if r.random() < .6 else self.own('FOOTER_LINES').format(year=self.year, site=l.site, company=l.company, n=r.randrange(100, 99999)))
            elif piece == 'signup' and l.signup in ('end', 'both'):
                self.signup()
            elif piece == 'paywall' and l.paywall == 'end':
                self.paywall()
            elif piece == 'teasers' and l.end_teasers:
                for _ in range(r.randrange(1, 4)):
                    self.add('x', self.own('TAIL_HEADINGS'))
                    self.teasers(r.randrange(1, l.end_teasers))
            elif piece == 'comments' and l.comments:
                self.add('x', r.choice(['Comments', 'COMMENTS', f'{r.randrange(2, 300)} comments', 'Join the conversation', 'Leave a comment', f'Comments ({r.randrange(3, 90)})']))
                for _ in range(r.randrange(1, 3)):
                    self.add('x', self.own('COMMENT_RULES'))
                if l.comments != 'rules':
                    for _ in range(r.randrange(2, 5 if l.comments == 'few' else 20)):
                        self.add('x', r.choice([person(r), person(r).lower().replace(' ', ''), 'Anonymous']))
                        self.add('x', r.choice(['2 hours ago', f'{r.randrange(2, 30)} days ago', self.stamp('us time')]))
                        for _ in range(r.choice([1, 1, 1, 2, 4])):
                            self.add('x', self.comment())
                        for _ in range(r.randrange(0, 3)):
                            self.add('x', self.own('COMMENT_FURNITURE'))
        if l.footer != 'none':
            items = [self.own('FOOTER') if r.random() < .7 else self.own('SECTIONS') for _ in range(l.footer_size)]
            if l.footer == 'bars':
                for i in range(0, len(items), 9):
                    self.add('x', r.choice([' | ', ' · ', ' ']).join(items[i:i + 9]))
            else:
                for item in items:
                    self.add('x', item)
            said = [self.own('FOOTER_LINES').format(year=self.year, site=l.site, company=l.company, n=r.randrange(10 ** 6, 10 ** 7)) for _ in range(r.randrange(1, 5))]
            for text in [' '.join(said)] if l.footer_joined else said:
                self.add('x', text)

    # --- whole pages

    def full(self):
        l = self.l
        if l.cookie == 'top':
            self.cookies()
        self.menu()
        self.teasers(l.top_teasers)
        if l.breadcrumb == 'arrows':
            self.add('x', self.r.choice([' > ', ' / ', ' » ']).join(['Home', self.own('SECTIONS'), self.own('SECTIONS')]))
        elif l.breadcrumb == 'lines':
            self.add('x', 'Home')
            self.add('x', self.own('SECTIONS'))
        elif l.breadcrumb == 'headline':
            self.add('x', 'Home')
            self.add('x', self.own('SECTIONS'))
            self.add('x', self.title)
        if l.headline_twice:
            self.add('x', self.title)
        self.head()
        self.inside()
        self.tail()
        if l.cookie == 'end':
            self.cookies()
        return self.lines

    def careful(self):
        self.head()
        self.inside()
        if self.l.careful_teasers:
            # Between two parts of the story.
            at = max((i for i, line in enumerate(self.lines) if line[0] == 'P'), default=0)
            kept, self.lines = self.lines[at:], self.lines[:at]
            if self.r.random() < .6:
                self.add('x', self.own('TAIL_HEADINGS'))
            self.teasers(self.r.randrange(3, 12))
            self.lines += kept
        return self.lines

    def generous(self):
        """A page from the headline to some point after the article."""
        self.head()
        self.inside()
        end = len(self.lines)
        self.tail()
        return self.lines[:end + self.r.randrange(0, 30)]

    def small(self):
        """A headline with the beginning of a story, or less."""
        r, l = self.r, self.l
        self.body = self.body[:r.choice([0, 1, 1, 1, 2, 3])]
        if r.random() < .3:
            self.title = ' '.join(self.title.split()[:r.randrange(2, 5)])
        if r.random() < .3:
            self.title = self.own('TEASERS').format(p=person(r), c=r.choice(words.CITIES), year=self.year)
        if r.random() < .8 or not self.body:
            self.add('H', self.title)
            self.gap('P')
        if r.random() < .3 and self.lines:
            self.bylines()
        if r.random() < .3 and self.lines:
            self.dates()
        if r.random() < .2 and self.lines:
            self.captions()
        for text in self.body:
            self.add('P', text if r.random() < .6 else sentences(text)[0])
            self.gap('P')
        if r.random() < .15 and self.body and l.caption:
            self.captions()
        return self.lines

    def plain(self):
        """Plain text without a page around it."""
        r = self.r
        if r.random() < .35:
            return self.small()
        way = r.choice(['text', 'text', 'titled', 'lines', 'one', 'interview', 'live', 'poem', 'table', 'headline', 'list', 'wrapped', 'wire', 'minutes', 'fragment'])
        blank = r.random() < .5
        add = lambda label, text: (self.add(label, text), self.blank() if blank else None)
        if way in ('titled', 'interview', 'live', 'poem', 'table', 'wire') and r.random() < .7:
            add('H', self.title)
            if r.random() < .4:
                add('Y', 'By ' + self.authors())
        if way == 'headline':
            add('H', self.title)
        elif way == 'one':
            add('P', self.body[0])
        elif way in ('lines', 'fragment'):
            said = [s for p in self.body for s in sentences(p)]
            start = r.randrange(max(1, len(said) - 3)) if way == 'fragment' else 0
            for s in said[start:start + r.randrange(1, 40)]:
                if r.random() < .1:
                    s = ' '.join(s.split()[:r.randrange(1, 9)])
                add('P', s)
        elif way == 'interview':
            for text in self.body:
                question = r.choice(['Q: ', 'Question: ', '', 'Interviewer: ']) + r.choice(['What happened next?', 'Were you afraid?', 'Why now?', 'How did it begin?', 'And the others?', 'What do you say to that?',
                                                                                   'Do you regret it?', 'Who decided?', 'You have said that before. Do you still mean it?'])
                add('P', question)
                add('P', r.choice(['A: ', '', f'{self.names[0].split()[-1]}: ']) + text)
        elif way == 'live':
            for text in self.body:
                if r.random() < .8:
                    add(r.choice(['S']), r.choice([f'{r.randrange(7, 22)}:{r.randrange(60):02}', f'{r.randrange(7, 22)}:{r.randrange(60):02} GMT', f'{r.randrange(1, 12)}.{r.randrange(60):02}pm']))
                add('P', text)
        elif way == 'poem':
            flow = ' '.join(self.body[:4]).split()
            while len(flow) > 6:
                size = r.randrange(4, 9)
                line = ' '.join(flow[:size])
                self.add('P', line[0].upper() + line[1:])
                flow = flow[size:]
                if r.random() < .15:
                    self.blank()
        elif way in ('table', 'list'):
            for number, text in enumerate(self.body):
                add('P', text)
                if number == 1 or r.random() < .1:
                    for _ in range(r.randrange(3, 12)):
                        self.add('P', (r.choice(['- ', '• ', '']) if way == 'list' else '') + self.item())
                    if blank:
                        self.blank()
        elif way == 'wrapped':
            for text in self.body:
                width, line = 68, ''
                for word in text.split():
                    if len(line) + len(word) + 1 > width:
                        self.lines.append(('P', line))
                        line = word
                    else:
                        line = f'{line} {word}' if line else word
                self.lines.append(('P', line))
                self.blank()
        elif way == 'minutes':
            for text in self.body:
                add('S', r.choice([self.topic(), self.own('SUBHEADS')]))
                add('P', text)
        else:
            for text in self.body:
                add('P', text)
        return self.lines


TITLES, BLURBS, PROSE = [], [], []


def main():
    data = Path(sys.argv[1])
    docs = []
    for line in open(data / 'freenews/freenews.jsonl', encoding='utf-8'):
        doc = json.loads(line)
        doc['kind'] = 'briefs' if not doc.get('title') else 'release'
        doc['paragraphs'] = [p for p in doc['text'].split('\n\n') if p != doc.get('title')]
        docs.append(doc)
    docs = [d for d in docs if len(d['paragraphs']) >= 4 and sum(map(len, d['paragraphs'])) < 7000]
    docs.sort(key=lambda d: d['id'])
    r = random.Random('documents')
    r.shuffle(docs)
    for doc in docs[:1500]:
        if doc.get('title') and 4 <= len(doc['title'].split()) <= 16:
            TITLES.append(doc['title'])
        BLURBS.append(sentences(doc['paragraphs'][0])[0])
        PROSE.extend(p for p in doc['paragraphs'][1:3] if len(p) < 900)
    docs = docs[1500:]
    # More briefs, because the press releases cover only one kind of news.
    briefs, releases = [d for d in docs if d['kind'] == 'briefs'], [d for d in docs if d['kind'] == 'release']
    out = sys.stdout
    at = 0
    for number in range(LAYOUTS):
        layout = Layout(number)
        for page in range(PAGES_A_LAYOUT):
            at += 1
            r = random.Random(f'page {number} {page}')
            pool = briefs if r.random() < .55 else releases
            doc = dict(pool[at % len(pool)])
            if doc['kind'] == 'briefs' and r.random() < .6:  # briefs are short, so two make an article
                more = pool[(at * 7 + 3) % len(pool)]
                doc['paragraphs'] = doc['paragraphs'] + more['paragraphs']
            variant = r.choice(['full', 'full', 'full', 'careful', 'careful', 'careful', 'generous', 'plain'])
            lines = getattr(Page(layout, r, doc), variant)()
            out.write(f'# page {number} {variant}\n')
            for label, text in lines:
                out.write(f'{label}\t{text}\n')


if __name__ == '__main__':
    main()
