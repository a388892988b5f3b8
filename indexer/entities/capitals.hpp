// Capital cities, as the name list writes them: "Kyiv's foreign minister" is Ukraine's, but
// "California's attorney general" is not that of the United States.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace newsdex {

/// Sorted by bytes.
inline constexpr auto kCapitals = std::to_array<std::string_view>(
    {"Abu Dhabi",      "Abuja",      "Accra",        "Addis Ababa", "Algiers",      "Amman",
     "Amsterdam",      "Ankara",     "Antananarivo", "Ashgabat",    "Asmara",       "Astana",
     "Asuncion",       "Athens",     "Baghdad",      "Baku",        "Bamako",       "Bangkok",
     "Bangui",         "Banjul",     "Beijing",      "Beirut",      "Belgrade",     "Berlin",
     "Bern",           "Bishkek",    "Bissau",       "Bogota",      "Brasilia",     "Bratislava",
     "Brazzaville",    "Brussels",   "Bucharest",    "Budapest",    "Buenos Aires", "Bujumbura",
     "Cairo",          "Canberra",   "Caracas",      "Chisinau",    "Colombo",      "Conakry",
     "Copenhagen",     "Dakar",      "Damascus",     "Dhaka",       "Djibouti",     "Dodoma",
     "Doha",           "Dublin",     "Dushanbe",     "Freetown",    "Gaborone",     "Gaza",
     "Guatemala City", "Hanoi",      "Harare",       "Havana",      "Helsinki",     "Islamabad",
     "Jakarta",        "Jerusalem",  "Juba",         "Kabul",       "Kampala",      "Kathmandu",
     "Khartoum",       "Kigali",     "Kingston",     "Kinshasa",    "Kuala Lumpur", "Kuwait City",
     "Kyiv",           "La Paz",     "Libreville",   "Lilongwe",    "Lima",         "Lisbon",
     "Ljubljana",      "Lome",       "London",       "Luanda",      "Lusaka",       "Luxembourg",
     "Madrid",         "Malabo",     "Managua",      "Manama",      "Manila",       "Maputo",
     "Mexico City",    "Minsk",      "Mogadishu",    "Monrovia",    "Montevideo",   "Moscow",
     "Muscat",         "N'Djamena",  "Nairobi",      "Naypyidaw",   "New Delhi",    "Niamey",
     "Nicosia",        "Nouakchott", "Oslo",         "Ottawa",      "Ouagadougou",  "Panama City",
     "Paris",          "Phnom Penh", "Podgorica",    "Prague",      "Pretoria",     "Pristina",
     "Pyongyang",      "Quito",      "Rabat",        "Reykjavik",   "Riga",         "Riyadh",
     "Rome",           "San Jose",   "San Salvador", "Sanaa",       "Santiago",     "Santo Domingo",
     "Sarajevo",       "Seoul",      "Singapore",    "Skopje",      "Sofia",        "Stockholm",
     "Taipei",         "Tallinn",    "Tashkent",     "Tbilisi",     "Tegucigalpa",  "Tehran",
     "Thimphu",        "Tirana",     "Tokyo",        "Tripoli",     "Tunis",        "Ulaanbaatar",
     "Vienna",         "Vientiane",  "Vilnius",      "Warsaw",      "Washington",   "Wellington",
     "Windhoek",       "Yaounde",    "Yerevan",      "Zagreb"});
static_assert(std::is_sorted(kCapitals.begin(), kCapitals.end()));

}  // namespace newsdex
