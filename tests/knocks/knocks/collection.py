"""Collections of made-up articles, in editions: each differs from the one before by articles that are new,
changed or gone. An edition depends on its number alone."""

import json
import pathlib
import random

PEOPLE = ["Hassan Rouhani", "Pavel Durov", "Ali Khamenei", "Alexander Zharov", "Mohammad-Javad Azari-Jahromi"]
PLATFORMS = ["Telegram", "Twitter", "Instagram", "WhatsApp", "YouTube"]
OUTLETS = ["Plateau Dispatch", "Example Wire", "Gulf Desk", "Harbour Post"]
WORDS = """the of a to in and court ban filter block network messenger channel judge minister order traffic users
 said protest law statement access proxy server company office week night street paper vote report freedom""".split()
CHANGES = 6  # an article is written anew in every so many editions


def _sentence(dice):
    words = [dice.choice(WORDS) for _ in range(dice.randint(6, 14))]
    return " ".join(words).capitalize() + "."


def _article(number, edition):
    """An article changes at editions of its own, so that most of two editions agree."""
    version = (edition + number) // CHANGES
    dice = random.Random(f"article {number} {version}")
    person, platform = dice.choice(PEOPLE), dice.choice(PLATFORMS)
    body = [_sentence(dice) for _ in range(dice.randint(3, 12))]
    body.insert(1, f"{person} spoke of the telegram ban on {platform}, in version {version}.")
    return {"id": f"a{number}", "title": f"{person} and {platform}, part {number}",
            "date": f"{dice.randint(2015, 2021)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
            "source": dice.choice(OUTLETS), "body": "\n\n".join(body)}


def articles_of(edition, count):
    """The articles of an edition: `count` of them or so, the first names the edition."""
    present = [number for number in range(count) if (number * 7 + edition) % 11 != 0]
    masthead = {"id": "masthead", "title": f"Edition{edition} of the collection", "date": "2022-01-01",
                "source": "Masthead", "body": f"This is edition{edition}, with telegram and a ban in it."}
    return [masthead] + [_article(number, edition) for number in present]


def _front_matter(article):
    return (f"---\nid: {article['id']}\ntitle: \"{article['title']}\"\ndate: {article['date']}\n"
            f"source: {article['source']}\n---\n{article['body']}\n")


def write_edition(folder, edition, count=40):
    """Writes an edition over whatever `folder` holds: a third as JSON Lines, the rest a file each."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    articles = articles_of(edition, count)
    files = {"wire.jsonl": "".join(json.dumps(a) + "\n" for a in articles[::3])}
    for place, article in enumerate(articles):
        if place % 3:
            files[f"{article['id']}.md"] = _front_matter(article)
    for old in folder.iterdir():
        if old.name not in files:
            old.unlink()
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
