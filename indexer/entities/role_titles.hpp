// How news writes the offices that the name list calls by a key (`role` of an office).
#pragma once

#include <array>
#include <string_view>

namespace newsdex {

/// Phrases separated by "|", in lower case. A portfolio is one man's or woman's in a country; of a
/// plain title ("the president") there may be many, so that it counts only beside a country's name.
struct RoleTitle {
  std::string_view role;
  bool is_portfolio;
  std::string_view phrases;
  bool is_of_cities_too = false;  // "Tehran's police chief" is not Iran's
};

inline constexpr std::array kRoleTitles = {
    RoleTitle{"president", false,
              "president|président|رئیس جمهور|رئیس‌جمهور|رئیس "
              "جمهوری|رئیس‌جمهوری"},
    RoleTitle{"prime-minister", false,
              "prime minister|premier|premier ministre|نخست‌وزیر|نخست وزیر"},
    RoleTitle{"chancellor", false, "chancellor|federal chancellor"},
    RoleTitle{"supreme-leader", true,
              "supreme leader|leader of the islamic revolution|leader of the revolution|"
              "guide suprême|رهبر انقلاب|رهبر جمهوری اسلامی|رهبر معظم انقلاب|مقام معظم رهبری"},
    RoleTitle{"first-vice-president", true,
              "first vice president|first vice-president|senior vice president|"
              "معاون اول رئیس‌جمهور|معاون اول رئیس جمهور"},
    RoleTitle{"foreign-minister", true,
              "foreign minister|minister of foreign affairs|minister for foreign affairs|"
              "top diplomat|ministre des affaires étrangères|وزیر خارجه|وزیر امور خارجه"},
    RoleTitle{"secretary-of-state", true, "secretary of state"},
    RoleTitle{"treasury-secretary", true, "treasury secretary|secretary of the treasury"},
    RoleTitle{
        "communications-minister", true,
        "communications minister|telecommunications minister|telecommunication minister|"
        "telecoms minister|telecom minister|ict minister|"
        "information and communications technology minister|"
        "information and communication technology minister|"
        "communications and information technology minister|"
        "minister of communications|minister for communications|"
        "minister of telecommunications|minister of information and communications technology|"
        "minister of information and communication technology|"
        "minister of communications and information technology|"
        "ministre des télécommunications|ministre des communications|"
        "وزیر ارتباطات|وزیر ارتباطات و فناوری اطلاعات"},
    RoleTitle{"interior-minister", true,
              "interior minister|minister of the interior|minister of interior|home minister|"
              "ministre de l'intérieur|وزیر کشور"},
    RoleTitle{"culture-minister", true,
              "culture minister|minister of culture|minister of culture and islamic guidance|"
              "وزیر ارشاد|وزیر فرهنگ و ارشاد اسلامی|وزیر فرهنگ"},
    RoleTitle{"justice-minister", true, "justice minister|minister of justice|وزیر دادگستری"},
    RoleTitle{"intelligence-minister", true,
              "intelligence minister|minister of intelligence|وزیر اطلاعات"},
    RoleTitle{
        "defence-minister", true,
        "defence minister|defense minister|minister of defence|minister of defense|وزیر دفاع"},
    RoleTitle{"education-minister", true,
              "education minister|minister of education|وزیر آموزش و پرورش"},
    RoleTitle{"transport-minister", true, "transport minister|minister of transport"},
    RoleTitle{"information-minister", true, "information minister|minister of information"},
    RoleTitle{"judiciary-chief", true,
              "judiciary chief|chief of the judiciary|head of the judiciary|chief justice|"
              "رئیس قوه قضائیه|رئیس قوه قضاییه",
              true},
    RoleTitle{"parliament-speaker", true,
              "parliament speaker|parliamentary speaker|speaker of parliament|"
              "speaker of the parliament|رئیس مجلس"},
    RoleTitle{"prosecutor-general", true,
              "prosecutor general|prosecutor-general|attorney general|دادستان کل کشور", true},
    RoleTitle{"tehran-prosecutor", true, "tehran prosecutor|prosecutor of tehran|دادستان تهران"},
    RoleTitle{"foreign-ministry-spokesperson", true,
              "foreign ministry spokesman|foreign ministry spokeswoman|"
              "foreign ministry spokesperson|spokesman for the foreign ministry|"
              "سخنگوی وزارت خارجه|سخنگوی وزارت امور خارجه"},
    RoleTitle{"judiciary-spokesperson", true,
              "judiciary spokesman|judiciary spokesperson|spokesman for the judiciary|"
              "سخنگوی قوه قضائیه"},
    RoleTitle{"government-spokesperson", true,
              "government spokesman|government spokeswoman|government spokesperson|سخنگوی دولت"},
    RoleTitle{"police-chief", true, "police chief|chief of police", true},
    RoleTitle{"presidential-chief-of-staff", true,
              "presidential chief of staff|president's chief of staff"},
    RoleTitle{"king", false, "king"},
    RoleTitle{"crown-prince", false, "crown prince"},
};

/// How news writes the offices of bodies and companies, and which keys of the name list may be
/// meant. They count only beside the body's name: "the IRGC commander", "the head of Roskomnadzor".
struct BodyTitle {
  std::string_view phrases;
  std::string_view roles;
};

inline constexpr std::array kBodyTitles = {
    BodyTitle{"commander|commander in chief|commander-in-chief|chief commander", "commander"},
    BodyTitle{"chief executive|chief executive officer|ceo", "chief-executive"},
    BodyTitle{"head|chief|boss", "director|chief|chief-executive|chair|commander"},
    BodyTitle{"director|director general|director-general", "director"},
    BodyTitle{"secretary|secretary general|secretary-general", "secretary|secretary-general"},
    BodyTitle{"chairman|chairwoman|chairperson|chair", "chair"},
    BodyTitle{"editor|editor in chief|editor-in-chief", "editor"},
    BodyTitle{"spokesman|spokeswoman|spokesperson", "spokesperson"},
};

}  // namespace newsdex
