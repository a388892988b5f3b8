// Words that decide what a capitalised word beside a name is. Each list is plain text, cut into
// words by the analyzer; letter case, accents and zero-width joiners do not matter.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "entities/common_surnames.hpp"

namespace newsdex {

/// What a word is apart from the names it may be part of; a word can be several things.
enum class WordClass : std::uint8_t {
  office,   // a title, an office or a form of address before a name
  grammar,  // capitalised only because a sentence, a quotation or a headline begins
  given_name,
  name_ending,    // makes another surname of the one before it: "Hosseini Nejad"
  name_suffix,    // of these, those that are no surname by themselves
  conjunction,    // joins an enumeration
  abbreviation,   // the full stop after it ends no sentence
  address,        // a form of address: who is called so is a person
  body_head,      // what a body or an event is called by: University, Council, Tour
  company,        // what follows the name of a company: Inc, Group
  place_part,     // makes another place of the one after it: South, Lake, New
  place_kind,     // what a place is: city, province
  naming,         // a name follows, of anything: called, named
  creature,       // what else has names
  locative,       // a place follows
  opener,         // sentences begin with it, right before a name
  generation,     // tells a son from his father: Jr, III
  occupation,     // what somebody does who holds no office
  kinship,        // who somebody is to somebody else
  other_office,   // in Persian, before a title: makes another office of it
  other_time,     // in Persian, behind a title: it is held no more, or not yet
  female_name,    // given names of women only
  male_name,      // given names of men only
  thing,          // what else is called like a person, by its last word: "Grand Bazaar"
  particle,       // makes another surname of the one after it: bin, al-
  eponym,         // what is called after persons, and stands behind their names: Airport, Street
  plain_eponym,   // of these, those that are nothing else without a capital: airport, street
  eponym_before,  // the same in languages where it stands before them
  qualifier,      // may stand between the two: International
  state_body,     // a body that every country has: ministry, parliament
  saying,         // how something is made known: "wrote on X"
  common_surname  // many bear it, or it is an everyday word
};

struct WordList {
  WordClass word_class;
  std::string_view words;
};

inline constexpr std::array kWordLists = {
    WordList{WordClass::common_surname, kCommonSurnames},
    WordList{WordClass::office,
             "president vice deputy prime minister premier secretary general chief chairman "
             "chairwoman chairperson chair speaker spokesman spokeswoman spokesperson director "
             "head leader supreme chancellor governor mayor senator representative congressman "
             "congresswoman lawmaker legislator parliamentarian councillor commissioner "
             "ambassador envoy diplomat negotiator adviser advisor aide official justice judge "
             "prosecutor attorney lawyer officer commander captain colonel major lieutenant "
             "brigadier admiral marshal sergeant king queen prince princess emir sultan shah "
             "ayatollah hojatoleslam hojjatoleslam hojat imam mullah mawlana sheikh sayyid sayed "
             "seyed seyyed sayyed haj hajj hajji haji pope cardinal bishop archbishop rabbi "
             "reverend father cleric mr mrs ms miss messrs mx sir lord lady dame dr doctor prof "
             "professor engineer founder cofounder ceo cfo cto executive manager owner tycoon "
             "billionaire entrepreneur activist journalist reporter editor author writer analyst "
             "expert economist dissident opposition candidate rival reformist conservative "
             "moderate hardliner incumbent former ex late then acting interim elect new grand "
             "first senior top foreign interior defence defense finance telecom "
             "telecommunications information communications intelligence oil energy economy "
             "education culture health ministry judiciary parliament cabinet government "
             "administration republic state"},
    WordList{WordClass::office,
             "président présidente ministre premier première vice député députée sénateur "
             "sénatrice secrétaire général générale directeur directrice chef porte-parole "
             "ayatollah juge procureur ambassadeur ambassadrice monsieur madame mme mlle m roi "
             "reine prince princesse guide suprême fondateur fondatrice patron colonel capitaine"},
    WordList{
        WordClass::office,
        "رئیس‌جمهور رئیس‌جمهوری رئیس جمهور جمهوری وزیر "
        "معاون "
        "نخست‌وزیر "
        "آیت‌الله "
        "آیت "
        "الله "
        "حجت‌الاسلام والمسلمین امام رهبر سخنگو سخنگوی "
        "نماینده "
        "سردار "
        "سرلشکر "
        "سرتیپ "
        "دکتر "
        "مهندس "
        "آقای خانم حضرت شیخ سید سیده حاج دبیر مدیر رییس دادستان قاضی سفیر استاد"},
    WordList{
        WordClass::grammar,
        "the a an this that these those his her its their our my your he she it they we i "
        "you who whom whose which what when where why how while as after before since until "
        "once if unless though although because but and or nor so yet for in on at by with "
        "without within from to of off over under about against between during through into "
        "upon toward towards among amid despite like unlike via per not no only even both "
        "either neither such same some any all each every many most more other another one two "
        "also "
        "still however meanwhile moreover today yesterday tomorrow is are was were be been "
        "has have had do does did will would can could may might must should shall said says "
        "told asked here there now later earlier instead thus then anti pro non post pre ultra neo "
        "mid"},
    WordList{WordClass::grammar,
             "monday tuesday wednesday thursday friday saturday sunday january february march "
             "april june july august september october november december jan feb mar apr jun "
             "jul aug sep sept oct nov dec mon tue wed thu fri sat sun"},
    WordList{WordClass::grammar,
             "le la les un une des du de et ou mais donc or ni car que qui quand comme pour dans "
             "sur avec sans selon après avant depuis pendant lorsque si ce cette ces son sa ses "
             "lundi mardi mercredi jeudi vendredi samedi dimanche"},
    WordList{WordClass::given_name,
             "abbas abdollah abdolreza abolfazl adel afshin ahmad ahmed akbar akram alexander "
             "alexei ali alireza amin amir andrei angela anna arash ardeshir aref asghar ashraf "
             "azadeh azam babak bahman bahram barack behnam behrouz behzad bijan boris dariush "
             "daniel david davood dmitri donald ebrahim ehsan eshagh esmail faezeh fariba farid "
             "farzad fatemeh gholam gholamali gholamhossein gholamreza habib hadi hamed hamid "
             "hamidreza hashem hassan hesamoddin homayoun hossein hussein ibrahim igor iraj ivan "
             "jack jafar jalal jamal james jamshid javad jean john joseph kamal kambiz karim "
             "karl kaveh kazem khalil kourosh ladan leila mahdi mahmoud mahmud majid mansour "
             "manouchehr marie mark maryam masoud masoumeh mehdi mehran michael mohammad "
             "mohammadreza mohammed mohsen mojtaba morteza mostafa muhammad mustafa nader naser "
             "nasrin nasser nicolas nikolai olga omid parisa parviz paul peter pierre rahim "
             "ramin rasoul reza robert rouhollah saeed sadegh sadeq saeid said sajjad salman "
             "sergei shahin shahram shirin siamak sina soheil soraya steve taha vahid vladimir "
             "william yadollah yousef yusuf zahra zeinab"},
    WordList{WordClass::given_name,
             "عباس عبدالله ابوالفضل احمد اکبر علی علیرضا امیر اصغر بهرام بهمن بهروز داریوش داود "
             "ابراهیم احسان اسحاق اسماعیل فاطمه غلامعلی غلامحسین غلامرضا هادی حامد حمید حمیدرضا "
             "حسن حسین ایرج جعفر جلال جمشید جواد کاظم کریم لیلا مهدی محمود مجید منصور مریم مسعود "
             "معصومه مهران محمد محمدرضا محمدجواد محسن مجتبی مرتضی مصطفی نادر ناصر نسرین امید "
             "پرویز رحیم رسول رضا روح‌الله سعید صادق سجاد "
             "سلمان "
             "شهرام "
             "شیرین "
             "سینا "
             "وحید "
             "یوسف "
             "زهرا "
             "زینب پاول"},
    WordList{WordClass::name_ending,
             "zadeh zade zadegan nejad nezhad nejhad nezad pour poor pur far nia niya manesh doost "
             "dust khah parast fard abadi nasab tabar motlagh moghaddam moqaddam asl tehrani "
             "isfahani esfahani shirazi tabrizi khorasani yazdi kermani kashani hamedani"},
    WordList{WordClass::name_ending, "زاده نژاد پور نیا منش نسب زادگان"},
    WordList{WordClass::name_suffix,
             "zadeh zade zadegan nejad nezhad nejhad nezad pour poor pur far nia niya manesh doost "
             "dust khah parast fard nasab tabar"},
    WordList{
        WordClass::given_name,
        "aaron adam adrian agnes alan albert alejandro alex alexandra alfred alice alicia alison "
        "amanda amy ana andrea andrew andy anita ann anne anthony antonio arthur barbara "
        "beatrice ben benjamin bernard beth betty bill billy bob brandon brian bruce caitlin "
        "carl carla carlos carmen carol caroline catherine cecilia charles charlie charlotte "
        "chris christian christina christine christopher claire clara claudia clive colin "
        "craig cynthia dan danny darren dave deborah denise dennis denzel derek diana diane "
        "diego dominic doris dorothy doug douglas dylan eddie edward edwin eileen elena "
        "elisabeth elizabeth ella ellen emily emma enrique eric erik ernest esther ethan eva "
        "evelyn felix fernando fiona florence frances francesca francisco frank fred "
        "frederick gareth gary geoffrey george gerald gerard gina giovanni giulia gloria "
        "gordon grace graham greg gregory guillermo guy hannah harold harriet harry hector "
        "heidi helen helena henry howard hugh hugo ian ingrid irene isaac isabel isabella "
        "jacob jacqueline jake jan jane janet jason jasmine jeff jeffrey jennifer jenny "
        "jeb jeremy jerry jessica jill jim jimmy joan joanna joe joel jonathan jorge jose josh "
        "joshua juan judith judy julia julian julie justin karen kate katherine kathleen "
        "keith kelly ken kenneth kevin kim kyle larry laura lauren lawrence leo leon leonard "
        "leonardo lewis liam linda lisa louis louise lucas lucy luis luke lydia malcolm "
        "manuel marc marco marcus margaret maria martha martin martina matthew maurice max "
        "megan melanie melissa mia michelle miguel mike monica nancy natalie nathan neil "
        "nicholas nicola nicole nigel nina noah oliver olivia oscar owen pablo pamela "
        "patricia patrick paula pedro peggy penelope phil philip phyllis rachel ralph ray "
        "raymond rebecca ricardo richard rita rob roberta roberto robin rodney roger roland "
        "ronald rosa rosie ross roy russell ruth ryan sabrina sally samantha samuel sandra "
        "sarah scott sean sebastian sharon sheila shirley simon sofia sonia sophia sophie "
        "spencer stanley stefan stella stephanie stephen steven stuart susan sylvia tamara "
        "tanya teresa terry theresa thomas tim timothy tina todd tom tommy tony tracy ulrich "
        "ursula valerie vanessa vera veronica victor victoria vincent virginia walter wayne "
        "wendy wilhelm will xavier yvonne zoe"},
    WordList{WordClass::address,
             "mr mrs ms miss messrs mx mme mlle monsieur madame herr frau señor señora signor "
             "signora"},
    WordList{WordClass::body_head,
             "university college school institute academy bank council committee commission "
             "corporation company museum gallery theatre theater hospital foundation association "
             "federation union league party front movement congress assembly church cathedral "
             "bishop archbishop embassy tour giro vuelta grand gulf bay sea strait straits cape "
             "treaty convention declaration accord battle siege université banque institut "
             "musée parti universität"},
    WordList{WordClass::company,
             "inc ltd llc llp plc corp corporation co company group holdings holding nv ag gmbh "
             "se oao ooo foundation labs technologies news agency television tv radio online "
             "website newspaper daily magazine messenger app"},
    WordList{WordClass::place_part,
             "north south east west northern southern eastern western central greater upper "
             "lower new old inner outer mount lake port fort camp cape gulf bay river saint san "
             "santa el los las la le al"},
    WordList{WordClass::place_kind,
             "country nation state republic kingdom emirate province region district county "
             "prefecture governorate department oblast canton city town village township "
             "municipality suburb capital metropolis port island territory area valley quarter "
             "neighbourhood neighborhood settlement place"},
    WordList{WordClass::naming,
             "called named nicknamed dubbed christened titled entitled codenamed baptised "
             "baptized renamed"},
    WordList{WordClass::creature,
             "animal rhino rhinoceros elephant lion lioness tiger leopard cheetah bear panda wolf "
             "fox dog puppy cat kitten horse stallion mare foal racehorse bull cow calf ox goat "
             "sheep ram camel donkey monkey gorilla chimpanzee orangutan parrot eagle falcon "
             "hawk owl pigeon tortoise turtle crocodile whale dolphin orca seal walrus"},
    WordList{WordClass::locative,
             "in from to near at across into through throughout inside outside "
             "towards toward around via beyond within leave left "
             "visit visited visiting entered reached"},
    WordList{WordClass::opener,
             "abroad afterward afterwards again ahead alas almost alongside already although "
             "altogether anyway apart apparently around aside away back beforehand behind below "
             "beneath beside besides between beyond contrary despite downstairs elsewhere enter "
             "ever every everywhere except fearless furthermore half hence hereafter how "
             "immediately indeed indoors inside last less likewise long maybe meantime midway "
             "more moreover much naturally near nearby never nevertheless next nonetheless none "
             "nothing notwithstanding nowadays nowhere often once opposite otherwise outside "
             "overall overnight perhaps please plus quite rather regardless remember say seldom "
             "sometimes somewhat somehow soon straightaway surely tonight too twice underneath "
             "underway unfazed unlike usually very well whatever whenever whereas wherever "
             "whether whichever while whoever whose worse yes yesterday yet "
             "angered asked alarmed amused backed beaten buoyed criticised criticized defeated "
             "elected embattled emboldened enraged freed hailed humiliated irked pressed "
             "questioned quoted reelected sacked sanctioned stung undeterred urged "
             "veteran outspoken firebrand ousted jailed exiled detained disgraced beleaguered "
             "centrist moderate pragmatist populist liberal socialist communist republican "
             "democrat ultraconservative soviet marxist islamist nationalist secular "
             "millionaire banker businessman businesswoman commentator columnist critic "
             "critics supporters allies aides opponents sources colleagues fans voters friends "
             "thank poor dear old young brave little big first second third fourth one two "
             "three like let see thanks congratulations welcome goodbye hello why what "
             "spring summer autumn fall winter noon midnight morning afternoon evening "
             "hier aujourd'hui demain alors ainsi aussi cependant enfin ensuite puis "
             "pourtant toutefois néanmoins"},
    WordList{WordClass::generation, "jr sr jnr snr junior senior ii iii iv"},
    WordList{WordClass::occupation,
             "actor actress singer footballer striker goalkeeper midfielder defender winger "
             "filmmaker painter sculptor poet novelist playwright screenwriter "
             "photographer cinematographer musician composer conductor pianist violinist cellist "
             "guitarist drummer rapper comedian dancer choreographer wrestler boxer weightlifter "
             "athlete swimmer sprinter cyclist golfer cricketer batsman bowler referee umpire "
             "coach trainer jockey skier chef cook baker butcher tailor barber farmer fisherman "
             "shepherd carpenter plumber electrician mechanic welder driver trucker cabbie "
             "nurse midwife dentist surgeon paediatrician pediatrician pharmacist vet veterinarian "
             "teacher schoolteacher headmaster headteacher pupil student schoolboy schoolgirl "
             "shopkeeper grocer waiter waitress bartender hairdresser model beautician "
             "librarian archivist translator weaver potter jeweller jeweler goldsmith "
             "historian archaeologist mathematician physicist chemist biologist astronomer "
             "geologist botanist zoologist sociologist anthropologist linguist"},
    WordList{WordClass::kinship,
             "brother brothers sister sisters father mother son sons daughter daughters wife "
             "husband widow widower uncle aunt nephew niece cousin cousins grandfather grandmother "
             "grandson granddaughter twin twins stepson stepdaughter stepfather stepmother "
             "fiancé fiancée boyfriend girlfriend partner spouse "
             "sibling siblings namesake frère soeur sœur fils fille père mère épouse mari "
             "برادر خواهر پسر دختر همسر پدر مادر عمو دایی نوه"},
    WordList{WordClass::other_office,
             "معاون معاونان معاونین معاونت قائم‌مقام "
             "قایم‌مقام "
             "قائم "
             "سخنگو "
             "سخنگوی "
             "مشاور "
             "مشاوران "
             "مشاوره دستیار دستیاران دفتر نماینده نمایندگان جانشین سرپرست کفیل نامزد کاندیدای "
             "منشی بازرس رابط مدیرکل مدیر رئیس‌دفتر محافظ "
             "محافظان "
             "همسر "
             "پسر "
             "دختر "
             "برادر "
             "خواهر"},
    WordList{WordClass::other_time, "پیشین سابق اسبق وقت منتخب موقت آینده بعدی قبلی"},
    WordList{WordClass::thing,
             "bazaar bazar palace temple market mall hotel hall station prison awards games "
             "festival festivals holiday ramadan eid nowruz christmas easter monday tuesday "
             "wednesday thursday friday saturday sunday act bill law plan deal pact protocol "
             "agreement canal mountains desert forest island islands"},
    WordList{WordClass::particle, "bin ibn bint al el بن ابن بنت"},
    WordList{WordClass::eponym,
             "airport street avenue boulevard road highway expressway freeway square roundabout "
             "bridge tunnel tower stadium arena velodrome park garden port harbour harbor dam "
             "university college school institute academy library museum hospital clinic "
             "foundation prize award medal cup trophy mausoleum shrine mosque mosalla theatre "
             "theater auditorium refinery"},
    WordList{WordClass::plain_eponym,
             "airport street avenue boulevard highway expressway freeway stadium velodrome "
             "mausoleum mosque mosalla shrine refinery"},
    WordList{WordClass::eponym_before,
             "فرودگاه خیابان بلوار میدان پل تونل برج ورزشگاه استادیوم پارک بندر سد دانشگاه "
             "دانشکده بیمارستان درمانگاه بنیاد جایزه جام حرم مرقد مسجد مصلی مصلای حسینیه مدرسه "
             "دبیرستان کتابخانه بزرگراه اتوبان آزادراه پالایشگاه ایستگاه "
             "aéroport rue boulevard avenue stade hôpital université lycée fondation"},
    WordList{WordClass::qualifier,
             "international national state memorial general central grand public military naval "
             "medical technical technological polytechnic cultural religious islamic relief "
             "research scientific sports olympic presidential بین‌المللی "
             "ملی بزرگ شهید حضرت آیت‌الله"},
    WordList{WordClass::state_body,
             "ministry ministère ministerium parliament senate judiciary cabinet government court "
             "police prosecutor treasury"},
    WordList{WordClass::saying,
             "said says wrote writes written announced posted posting shared tweeted published "
             "statement message video remarks comments commented confirmed replied responded "
             "added claimed declared reported"},
    WordList{WordClass::female_name,
             "agnes alice alicia alison amanda amy angela anita ann anna anne azadeh azam barbara "
             "beatrice beth betty caitlin carla carmen carol caroline catherine cecilia charlotte "
             "christina christine claire clara claudia cynthia deborah denise diana diane doris "
             "dorothy eileen elena elisabeth elizabeth ella ellen emily emma esther eva evelyn "
             "faezeh fariba fatemeh fatima fiona florence francesca georgia gina giulia gloria "
             "grace hannah harriet heidi helen helena hillary ingrid irene isabel isabella ivanka "
             "jacqueline jane janet jasmine jennifer jenny jessica jill joan joanna judith judy "
             "julia julie karen kate katherine kathleen ladan laura lauren leila linda lisa louise "
             "lucy lydia margaret maria marie martha maryam masih masoumeh megan melania melanie "
             "melissa mia michelle monica nancy narges nasrin natalie nicola nicole nina olga "
             "olivia pamela parisa patricia paula peggy penelope phyllis rachel rebecca rita "
             "roberta rosa rosie ruth sabrina sally samantha sandra sarah sharon sheila shirin "
             "shirley sofia sonia sophia sophie stella stephanie susan sylvia tamara tanya teresa "
             "theresa tina ursula valerie vanessa vera veronica victoria virginia wendy yvonne "
             "zahra zeinab zoe "
             "فاطمه لیلا مریم معصومه نسرین شیرین زهرا زینب نرگس پروانه"},
    WordList{
        WordClass::male_name,
        "aaron abbas abdollah abolfazl adam adel adrian afshin ahmad ahmed akbar alan albert "
        "alejandro alexander alexei alfred ali alireza amir andrew anthony antonio arash "
        "arthur asghar babak bahman bahram barack behrouz ben benjamin bernard bijan bill "
        "bob boris brandon brian bruce carl carlos charles charlie chris christian "
        "christopher clive colin craig daniel danny darren dave david davood dennis derek "
        "diego dmitri dominic donald doug douglas dylan ebrahim eddie edward edwin ehsan "
        "emmanuel enrique eric erik ernest ethan farid farzad felix fernando francisco frank "
        "fred frederick gareth gary geoffrey george gerald gholamali gholamhossein giovanni "
        "gordon graham greg gregory guillermo guy hadi hamed hamid hamidreza harold harry "
        "hassan hashem hector henry hossein howard hugh hugo hussein ian ibrahim igor isaac "
        "ivan jack jacob jafar jake jalal james jamshid jason javad jeb jeff jeffrey jeremy jim "
        "jimmy joe joel john jonathan jorge jose joseph josh joshua juan julian justin kamal "
        "karim karl kazem keith ken kenneth kevin khalil kyle larry lawrence leo leon "
        "leonard leonardo lewis liam louis lucas luis luke mahdi mahmoud majid malcolm manuel "
        "marc marco marcus mark martin masoud matthew maurice max mehdi mehran michael "
        "miguel mike mohammad mohammed mohsen mojtaba morteza mostafa muhammad mustafa nader "
        "naser nasser nathan neil nicholas nicolas nigel nikolai noah oliver omid oscar owen "
        "pablo parviz patrick paul pavel pedro peter phil philip pierre rahim ralph ramin "
        "ray raymond reza ricardo richard rob robert roberto rodney roger roland ronald ross "
        "roy russell ryan sadegh sadeq saeed salman sajjad samuel scott sean sebastian sergei "
        "siamak simon spencer stanley stefan stephen steve steven stuart ted terry thomas tim "
        "timothy todd tom tommy tony ulrich vahid victor vincent vladimir volodymyr walter "
        "wayne wilhelm william xavier yousef "
        "عباس احمد اکبر علی امیر حسن حسین محمد محمود محسن مهدی رضا جواد سعید حمید"},
    WordList{WordClass::conjunction, "and or nor et ou y und و یا"},
    WordList{WordClass::abbreviation,
             "mr mrs ms messrs dr prof gen col lt maj brig sgt capt adm cmdr gov sen rep rev hon "
             "st mt jr sr no vs inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec "
             "mme mlle"},
};

/// Words near which a platform's ambiguous name is taken for the platform, where the list gives no
/// others.
inline constexpr std::string_view kPlatformCues =
    "app apps application applications messenger messengers messaging chat chats chatting "
    "platform platforms social online internet encrypted encryption download downloads downloaded "
    "downloading user users subscriber subscribers follower followers account accounts channel "
    "channels post posts posted posting tweet tweets tweeted hashtag smartphone smartphones "
    "website websites filtering filtered messagerie messageries réseau réseaux "
    "compte comptes chaîne utilisateur utilisateurs abonnés plateforme plateformes "
    "پیام‌رسان "
    "پیام‌رسان‌ها پیام‌رسان‌های پیام‌رسانی رسان "
    "رسانی "
    "اپلیکیشن "
    "برنامک "
    "شبکه "
    "شبکه‌های "
    "کانال کانال‌های "
    "کاربر کاربران اینترنت اینترنتی فیلتر فیلترینگ مجازی پلتفرم";

/// Of cue words, those that speak of many other things: they count beside the name, or two of them.
inline constexpr std::string_view kWeakCues =
    "platform platforms network networks channel channels post posts posted account accounts "
    "company message messages social live video videos school schools students education pupils "
    "news iran iranian search engine game games call calls meeting meetings service site launch "
    "launched blocked banned short music taxi driver drivers russian russia chinese china indian "
    "india swiss brazil nigeria audio voice room rooms listeners moderator moderators published "
    "article bridge bridges dark link links ads server "
    "servers stream streams broadcast broadcasts plateforme plateformes compte comptes شبکه کانال";

}  // namespace newsdex
