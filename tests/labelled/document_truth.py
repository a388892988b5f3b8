"""Checks articles.tsv: which actors and platforms articles of the corpus name, by their canonical names."""

import json
import re

COLUMNS = 3


def canonical_names(name_list):
    """Names of the name list by kind. Only the two keys needed here are read."""
    names, name = {}, None
    for line in name_list.splitlines():
        if match := re.match(r"- name: (.*)", line):
            name = match.group(1).strip('"')
        elif match := re.match(r"  kind: (\w+)", line):
            names.setdefault(match.group(1), set()).add(name)
    return names


def text_of(corpus, article):
    """The text of `path` or of `path#n`, the n-th article of a file, or None where there is none."""
    path, _, number = article.partition("#")
    file = corpus.parent / path
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    if not number:
        return text
    if file.suffix == ".jsonl":
        parts = [json.loads(line)["body"] for line in text.splitlines()]
    else:
        parts = re.split(r"\n(?=[^\n]*\n◢ )", text)
    return parts[int(number) - 1] if 0 < int(number) <= len(parts) else None


def check_names(cell, kind, name_list, text, where, faults):
    known = canonical_names(name_list)[kind]
    names = [name.removeprefix("?") for name in cell.split("; ") if name]
    if names != sorted(names):
        faults.append(f"{where}: names are not in order: {cell}")
    for name in names:
        if name in known:
            continue
        if name not in text:
            faults.append(f"{where}: {name} is neither a canonical name nor in the text")
        elif name in name_list:
            faults.append(f"{where}: {name} is not the canonical name")


def check_document_truth(folder, faults):
    table, corpus = folder / "articles.tsv", folder.parent
    if not table.exists():
        faults.append(f"{table}: missing")
        return
    name_list, previous = (corpus / "names.yaml").read_text(encoding="utf-8"), ""
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        where, cells = f"{table}:{number}", line.split("\t")
        if len(cells) != COLUMNS:
            faults.append(f"{where}: {len(cells)} columns, not {COLUMNS}")
            continue
        text = text_of(corpus, cells[0])
        if text is None:
            faults.append(f"{where}: no such article: {cells[0]}")
            continue
        if cells[0] <= previous:
            faults.append(f"{where}: {cells[0]} is out of order")
        previous = cells[0]
        check_names(cells[1], "person", name_list, text, where, faults)
        check_names(cells[2], "platform", name_list, text, where, faults)
