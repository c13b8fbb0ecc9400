// Facts missing from the packages that gazetteers.mjs uses: spellings common in newspapers, and common knowledge.

export const countryVariants = {
  US: ["US", "U.S.", "U.S", "USA", "U.S.A.", "America", "United States of America"],
  GB: ["UK", "U.K.", "U.K", "Britain", "Great Britain"],
  AE: ["UAE", "U.A.E.", "Emirates"], RU: ["Russian Federation"], CZ: ["Czech Republic"], KR: ["Republic of Korea"],
  KP: ["DPRK", "Democratic People's Republic of Korea"], CD: ["DRC", "DR Congo", "Democratic Republic of Congo", "Congo-Kinshasa"],
  CG: ["Congo-Brazzaville"], CI: ["Cote d'Ivoire", "Côte d'Ivoire"], MM: ["Burma"], MK: ["Macedonia", "FYROM"],
  TL: ["East Timor"], SZ: ["Swaziland"], CV: ["Cape Verde"], TR: ["Türkiye", "Turkey"], PS: ["Palestinian territories", "Palestinian Territories"],
  VA: ["Vatican", "Holy See"], BA: ["Bosnia", "Bosnia-Herzegovina"], CF: ["CAR"], CN: ["PRC", "People's Republic of China"], NL: ["Holland"],
  DE: ["West Germany", "East Germany"], SU: ["USSR"], ST: ["Sao Tome"], TT: ["Trinidad"], FM: ["Micronesia"], LA: ["Lao"], SY: ["Syrian Arab Republic"],
  HK: ["Hong Kong"], MO: ["Macau", "Macao"],
};

export const wikidata = {
  US: "Q30", GB: "Q145", FR: "Q142", DE: "Q183", IT: "Q38", ES: "Q29", PT: "Q45", IE: "Q27", BE: "Q31", NL: "Q55", LU: "Q32", DK: "Q35", SE: "Q34",
  NO: "Q20", FI: "Q33", PL: "Q36", GR: "Q41", AT: "Q40", CH: "Q39", CZ: "Q213", SK: "Q214", HU: "Q28", RO: "Q218", BG: "Q219", UA: "Q212",
  RU: "Q159", BY: "Q184", TR: "Q43", IL: "Q801", IQ: "Q796", IR: "Q794", SY: "Q858", SA: "Q851", EG: "Q79", LY: "Q1016", JO: "Q810", LB: "Q822",
  YE: "Q805", AF: "Q889", PK: "Q843", IN: "Q668", BD: "Q902", LK: "Q854", NP: "Q837", CN: "Q148", JP: "Q17", KR: "Q884", KP: "Q423", TW: "Q865",
  VN: "Q881", TH: "Q869", MY: "Q833", SG: "Q334", ID: "Q252", PH: "Q928", MM: "Q836", AU: "Q408", NZ: "Q664", CA: "Q16", MX: "Q96", BR: "Q155",
  AR: "Q414", CL: "Q298", CO: "Q739", PE: "Q419", VE: "Q717", CU: "Q241", HT: "Q790", ZA: "Q258", NG: "Q1033", KE: "Q114", ET: "Q115", GH: "Q117",
  UG: "Q1036", TZ: "Q924", ZW: "Q954", SD: "Q1049", SO: "Q1045", DZ: "Q262", MA: "Q1028", TN: "Q948", QA: "Q846", KW: "Q817", AE: "Q878",
};

export const regions = {
  US: ["Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Hawaii", "Idaho", "Illinois",
    "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri",
    "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "New York State", "North Carolina", "North Dakota", "Ohio",
    "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee", "Texas", "Utah", "Vermont", "Virginia",
    "Washington State", "West Virginia", "Wisconsin", "Wyoming", "District of Columbia", "Long Island", "Silicon Valley", "New England"],
  GB: ["England", "Scotland", "Wales", "Northern Ireland", "Ulster", "Yorkshire", "Kent", "Essex", "Sussex", "Surrey", "Norfolk", "Suffolk", "Devon",
    "Cornwall", "Dorset", "Somerset", "Wiltshire", "Hampshire", "Berkshire", "Oxfordshire", "Cambridgeshire", "Hertfordshire", "Buckinghamshire",
    "Bedfordshire", "Gloucestershire", "Warwickshire", "Worcestershire", "Staffordshire", "Derbyshire", "Nottinghamshire", "Lincolnshire",
    "Leicestershire", "Cheshire", "Lancashire", "Cumbria", "Northumberland", "Merseyside", "Tyneside", "West Midlands", "Greater Manchester"],
  CA: ["Ontario", "Quebec", "British Columbia", "Alberta", "Manitoba", "Saskatchewan", "Nova Scotia", "New Brunswick", "Newfoundland", "Yukon", "Nunavut"],
  AU: ["New South Wales", "Queensland", "Victoria", "Tasmania", "South Australia", "Western Australia", "Northern Territory"],
  IN: ["Kashmir", "Punjab", "Gujarat", "Maharashtra", "Kerala", "Tamil Nadu", "Karnataka", "Uttar Pradesh", "Madhya Pradesh", "Andhra Pradesh",
    "Bihar", "Rajasthan", "West Bengal", "Assam", "Odisha", "Haryana", "Telangana", "Jharkhand", "Chhattisgarh", "Goa", "Manipur", "Himachal Pradesh"],
  DE: ["Bavaria", "Saxony", "Hesse", "Thuringia", "Brandenburg", "Lower Saxony", "North Rhine-Westphalia", "Baden-Württemberg", "Rhineland-Palatinate"],
  ES: ["Catalonia", "Andalusia", "Basque Country", "Galicia"], FR: ["Brittany", "Normandy", "Corsica", "Provence", "Alsace"],
  IT: ["Tuscany", "Sicily", "Sardinia", "Lombardy", "Umbria", "Puglia"], UA: ["Crimea", "Donbas", "Donbass"], RU: ["Siberia", "Chechnya", "Dagestan", "Tatarstan"],
  CN: ["Tibet", "Xinjiang", "Guangdong", "Sichuan", "Hubei", "Hunan", "Henan", "Hebei", "Yunnan", "Fujian", "Zhejiang", "Jiangsu", "Shandong", "Inner Mongolia"],
  PK: ["Sindh", "Balochistan", "Khyber Pakhtunkhwa", "Waziristan"], AF: ["Helmand", "Kandahar Province"], IQ: ["Anbar", "Kurdistan"],
  PS: ["Gaza", "Gaza Strip", "West Bank", "East Jerusalem"], SD: ["Darfur"], ET: ["Tigray", "Oromia"], ZA: ["Gauteng", "KwaZulu-Natal", "Western Cape", "Eastern Cape"],
  NG: ["Borno", "Kaduna State", "Niger Delta"], ID: ["Aceh", "Papua", "Bali", "Java", "Sumatra"], PH: ["Mindanao", "Luzon"], JP: ["Okinawa", "Hokkaido"],
  SU: ["Soviet Union"], YU: ["Yugoslavia", "Czechoslovakia"], SO: ["Somaliland", "Puntland"], MD: ["Transnistria"], AZ: ["Nagorno-Karabakh"], EH: ["Western Sahara"],
};

export const usAbbreviations = {
  "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California", "Colo.": "Colorado", "Conn.": "Connecticut",
  "Del.": "Delaware", "Fla.": "Florida", "Ga.": "Georgia", "Ill.": "Illinois", "Kan.": "Kansas", "Ky.": "Kentucky",
  "La.": "Louisiana", "Md.": "Maryland", "Mass.": "Massachusetts", "Mich.": "Michigan", "Minn.": "Minnesota", "Mont.": "Montana", "N.C.": "North Carolina",
  "N.D.": "North Dakota", "N.H.": "New Hampshire", "N.J.": "New Jersey", "N.M.": "New Mexico", "N.Y.": "New York", "Neb.": "Nebraska", "Nev.": "Nevada",
  "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island", "S.C.": "South Carolina", "S.D.": "South Dakota",
  "Tenn.": "Tennessee", "Tex.": "Texas", "Va.": "Virginia", "Vt.": "Vermont", "W.Va.": "West Virginia", "Wis.": "Wisconsin", "Wyo.": "Wyoming",
  "D.C.": "District of Columbia", "Washington D.C.": "Washington", "Washington DC": "Washington", "Washington, D.C.": "Washington", "Washington, DC": "Washington",
};

// States and provinces by GeoNames admin1 code: ISO 3166-2, name, and newspaper and postal abbreviations.
export const states = {
  US: { AL: ["AL", "Alabama", "Ala."], AK: ["AK", "Alaska"], AZ: ["AZ", "Arizona", "Ariz."], AR: ["AR", "Arkansas", "Ark."], CA: ["CA", "California", "Calif."],
    CO: ["CO", "Colorado", "Colo."], CT: ["CT", "Connecticut", "Conn."], DE: ["DE", "Delaware", "Del."], DC: ["DC", "District of Columbia", "D.C."],
    FL: ["FL", "Florida", "Fla."], GA: ["GA", "Georgia", "Ga."], HI: ["HI", "Hawaii"], ID: ["ID", "Idaho"], IL: ["IL", "Illinois", "Ill."], IN: ["IN", "Indiana", "Ind."],
    IA: ["IA", "Iowa"], KS: ["KS", "Kansas", "Kan."], KY: ["KY", "Kentucky", "Ky."], LA: ["LA", "Louisiana", "La."], ME: ["ME", "Maine"], MD: ["MD", "Maryland", "Md."],
    MA: ["MA", "Massachusetts", "Mass."], MI: ["MI", "Michigan", "Mich."], MN: ["MN", "Minnesota", "Minn."], MS: ["MS", "Mississippi", "Miss."], MO: ["MO", "Missouri", "Mo."],
    MT: ["MT", "Montana", "Mont."], NE: ["NE", "Nebraska", "Neb."], NV: ["NV", "Nevada", "Nev."], NH: ["NH", "New Hampshire", "N.H."], NJ: ["NJ", "New Jersey", "N.J."],
    NM: ["NM", "New Mexico", "N.M."], NY: ["NY", "New York", "New York State", "N.Y.", "Long Island"], NC: ["NC", "North Carolina", "N.C."], ND: ["ND", "North Dakota", "N.D."],
    OH: ["OH", "Ohio"], OK: ["OK", "Oklahoma", "Okla."], OR: ["OR", "Oregon", "Ore."], PA: ["PA", "Pennsylvania", "Pa.", "Penn."], RI: ["RI", "Rhode Island", "R.I."],
    SC: ["SC", "South Carolina", "S.C."], SD: ["SD", "South Dakota", "S.D."], TN: ["TN", "Tennessee", "Tenn."], TX: ["TX", "Texas", "Tex."], UT: ["UT", "Utah"],
    VT: ["VT", "Vermont", "Vt."], VA: ["VA", "Virginia", "Va."], WA: ["WA", "Washington", "Washington State", "Wash."], WV: ["WV", "West Virginia", "W.Va."],
    WI: ["WI", "Wisconsin", "Wis."], WY: ["WY", "Wyoming", "Wyo."] },
  CA: { "01": ["AB", "Alberta", "Alta."], "02": ["BC", "British Columbia", "B.C."], "03": ["MB", "Manitoba", "Man."], "04": ["NB", "New Brunswick", "N.B."],
    "05": ["NL", "Newfoundland", "Newfoundland and Labrador", "N.L."], "07": ["NS", "Nova Scotia", "N.S."], "08": ["ON", "Ontario", "Ont."],
    "09": ["PE", "Prince Edward Island", "P.E.I."], 10: ["QC", "Quebec", "Québec", "Que."], 11: ["SK", "Saskatchewan", "Sask."], 12: ["YT", "Yukon"],
    13: ["NT", "Northwest Territories"], 14: ["NU", "Nunavut"] },
  GB: { ENG: ["ENG", "England", "Yorkshire", "Kent", "Essex", "Sussex", "Surrey", "Norfolk", "Suffolk", "Devon", "Cornwall", "Dorset", "Somerset", "Wiltshire", "Hampshire",
    "Berkshire", "Oxfordshire", "Cambridgeshire", "Hertfordshire", "Buckinghamshire", "Bedfordshire", "Gloucestershire", "Warwickshire", "Worcestershire", "Staffordshire",
    "Derbyshire", "Nottinghamshire", "Lincolnshire", "Leicestershire", "Cheshire", "Lancashire", "Cumbria", "Northumberland", "Merseyside", "Tyneside", "West Midlands",
    "Greater Manchester"], SCT: ["SCT", "Scotland"], WLS: ["WLS", "Wales"], NIR: ["NIR", "Northern Ireland", "Ulster"] },
  AU: { "01": ["ACT", "Australian Capital Territory"], "02": ["NSW", "New South Wales"], "03": ["NT", "Northern Territory"], "04": ["QLD", "Queensland", "Qld"],
    "05": ["SA", "South Australia"], "06": ["TAS", "Tasmania"], "07": ["VIC", "Victoria"], "08": ["WA", "Western Australia"] },
};

// Short names of towns that are also names of other places in the gazetteer.
export const shortNames = { "Newcastle upon Tyne": ["Newcastle"] };

export const continents = ["Africa", "Asia", "Europe", "North America", "South America", "Antarctica", "Oceania", "Australasia"];

export const worldRegions = ["Middle East", "Near East", "Far East", "Latin America", "Central America", "Southeast Asia", "South-East Asia", "South East Asia",
  "East Asia", "South Asia", "Central Asia", "Western Europe", "Eastern Europe", "Central Europe", "North Africa", "West Africa", "East Africa",
  "Southern Africa", "Sub-Saharan Africa", "Balkans", "Baltics", "Caribbean", "Caucasus", "Scandinavia", "Sahel", "Maghreb", "Levant", "Mediterranean",
  "Horn of Africa", "Arabian Peninsula", "Korean Peninsula", "Sinai", "Sahara", "Arctic", "Atlantic", "Pacific", "Amazon rainforest", "Gulf", "Persian Gulf", "Gulf of Mexico", "Gulf of Aden",
  "Black Sea", "Red Sea", "South China Sea", "North Sea", "Baltic Sea", "English Channel", "Strait of Hormuz", "Suez Canal", "Panama Canal", "Himalayas", "Alps", "Andes",
  "Midwest", "Deep South", "East Coast", "West Coast", "Asia-Pacific", "Golan Heights", "Iberian Peninsula", "West Indies", "Polynesia", "Melanesia"];

export const exonyms = {
  "Mumbai": ["Bombay"], "Kolkata": ["Calcutta"], "Chennai": ["Madras"], "Bengaluru": ["Bangalore"], "Yangon": ["Rangoon"], "Beijing": ["Peking"],
  "Kyiv": ["Kiev"], "Kharkiv": ["Kharkov"], "Odesa": ["Odessa"], "Ho Chi Minh City": ["Saigon"], "Zürich": ["Zurich"], "Genève": ["Geneva"], "Köln": ["Cologne"],
  "München": ["Munich"], "Sevilla": ["Seville"], "Zaragoza": ["Saragossa"], "Lyon": ["Lyons"], "Gent": ["Ghent"], "Antwerpen": ["Antwerp"], "Brugge": ["Bruges"],
  "The Hague": ["Hague"], "Göteborg": ["Gothenburg"], "İstanbul": ["Istanbul"], "New York City": ["New York"], "Washington, D.C.": ["Washington"],
  "Mexico City": [], "Al Mawşil al Jadīdah": ["Mosul"], "Ar Raqqah": ["Raqqa"], "Ḩalab": ["Aleppo"], "Al Fallūjah": ["Fallujah"], "Al Basrah": ["Basra"], "Al Başrah al Qadīmah": ["Basra"],
  "Nuremberg": ["Nürnberg"], "St Petersburg": ["Saint Petersburg"], "Saint Petersburg": ["St Petersburg", "St. Petersburg"], "Mecca": ["Makkah"], "Jeddah": ["Jiddah"],
  "Krung Thep": ["Bangkok"], "Makkah": ["Mecca"], "Al Mawsil": ["Mosul"], "Quezon City": [], "Guangzhou": ["Canton"], "Nay Pyi Taw": ["Naypyidaw"],
};

// Town names that usually mean something else.
export const notCities = new Set(["Of", "Most", "Same", "Nice View", "Split", "Mobile", "Reading", "Man", "Male", "Bath", "Ed", "Hit", "Young", "Central", "Union",
  "Independence", "Enterprise", "Commerce", "Industry", "Justice", "Liberty", "Concord", "University", "Police", "Centre", "Cross", "Hope", "Paradise",
  "Along", "Date", "Mary", "Chester", "Lawrence", "Jackson", "Warren", "Clinton", "Lincoln", "Madison", "Carson", "Marion", "Nelson", "Taylor", "Troy",
  "Norman", "Franklin", "Dale", "Ali", "Ola", "Van", "Orange", "Corona", "Surprise", "Normal", "Allen", "Parker", "Johns Creek", "Carter", "Sale", "Poole",
  "Burton", "Rugby", "Crosby", "Kennedy", "Hamilton", "Douglas", "Santiago", "Vincent", "Santa Maria", "Santos", "San", "Ed Damazin", "Monterrey Park", "Cary", "Clovis", "Logan",
  "Taylorsville", "Beckley", "Thomas", "Bo", "Wa", "Ho", "Mon", "Ambato", "Street", "Imperial", "Western", "Southern", "Democrat", "Meet", "Wales", "Victoria"]);

export const personNouns = {
  GB: ["Briton", "Britons", "British", "Brit", "Brits", "English", "Englishman", "Englishwoman", "Englishmen", "Scot", "Scots", "Scottish", "Scotsman", "Welsh", "Welshman", "Northern Irish"],
  DK: ["Dane", "Danes", "Danish"], SE: ["Swede", "Swedes", "Swedish"], FI: ["Finn", "Finns", "Finnish"], NL: ["Dutch", "Dutchman", "Dutchwoman"],
  ES: ["Spaniard", "Spaniards", "Spanish"], PL: ["Pole", "Poles", "Polish"], TR: ["Turk", "Turks", "Turkish"], IE: ["Irish", "Irishman", "Irishwoman"],
  FR: ["French", "Frenchman", "Frenchwoman"], CZ: ["Czech", "Czechs"], SK: ["Slovak", "Slovaks"], SI: ["Slovene", "Slovenes", "Slovenian"], CH: ["Swiss"], GR: ["Greek", "Greeks"],
  TH: ["Thai", "Thais"], PH: ["Filipino", "Filipinos", "Filipina", "Philippine"], US: ["American", "Americans"], RS: ["Serb", "Serbs", "Serbian"], HR: ["Croat", "Croats", "Croatian"],
  SA: ["Saudi", "Saudis"], AF: ["Afghan", "Afghans"], PS: ["Palestinian", "Palestinians"], AR: ["Argentine", "Argentines", "Argentinian"], NZ: ["New Zealander", "New Zealanders", "Kiwi", "Kiwis"],
  AE: ["Emirati", "Emiratis"], IQ: ["Iraqi", "Iraqis"], KE: ["Kenyan", "Kenyans"], CN: ["Chinese"], JP: ["Japanese"], KR: ["South Korean", "South Koreans", "Korean", "Koreans"], KP: ["North Korean", "North Koreans"],
  TW: ["Taiwanese"], HK: ["Hong Konger", "Hong Kongers"], ZA: ["South African", "South Africans"], UZ: ["Uzbek", "Uzbeks"], KZ: ["Kazakh", "Kazakhs"], KG: ["Kyrgyz"], TJ: ["Tajik", "Tajiks"], TM: ["Turkmen"],
  NG: ["Nigerian", "Nigerians"], NE: ["Nigerien"], IN: ["Indian", "Indians"], MK: ["Macedonian", "Macedonians"], AL: ["Albanian", "Albanians"], BA: ["Bosnian", "Bosnians"], RO: ["Romanian", "Romanians"],
  XK: ["Kosovan", "Kosovar", "Kosovars"], IL: ["Israeli", "Israelis"], RU: ["Russian", "Russians"], BE: ["Belgian", "Belgians"], MM: ["Burmese"],
  religion: ["Muslim", "Muslims", "Islamic", "Islamist", "Islamists", "Christian", "Christians", "Jew", "Jews", "Jewish", "Hindu", "Hindus", "Buddhist", "Buddhists", "Sikh", "Sikhs", "Catholic",
    "Catholics", "Roman Catholic", "Protestant", "Protestants", "Sunni", "Sunnis", "Shia", "Shias", "Shiite", "Shiites", "Shi'ite", "Shi'ites", "Anglican", "Anglicans", "Orthodox", "Evangelical", "Mormon", "Mormons",
    "Yazidi", "Yazidis", "Alawite", "Alawites", "Druze", "Salafi", "Salafist", "Salafists", "Quaker", "Quakers", "Methodist", "Baptist", "Lutheran", "Presbyterian", "Judaic", "Taoist", "Bahai", "Copt", "Copts", "Coptic"],
  ethnic: ["Kurd", "Kurds", "Kurdish", "Arab", "Arabs", "Arabic", "Basque", "Catalan", "Catalans", "Roma", "Rohingya", "Rohingyas", "Uighur", "Uighurs", "Uyghur", "Uyghurs", "Tamil", "Tamils", "Pashtun", "Pashtuns",
    "Tibetan", "Tibetans", "Chechen", "Chechens", "Hispanic", "Hispanics", "Latino", "Latinos", "Latina", "Asian", "Asians", "African", "Africans", "European", "Europeans", "African-American", "African-Americans", "African American", "African Americans",
    "Latin American", "Latin Americans", "Zulu", "Zulus", "Hutu", "Hutus", "Tutsi", "Tutsis", "Hausa", "Yoruba", "Igbo", "Fulani", "Bengali", "Punjabi", "Slav", "Slavs", "Slavic", "Nordic", "Scandinavian", "Balkan",
    "Middle Eastern", "Soviet", "Soviets", "Maori", "Maoris", "Aboriginal", "Aborigines", "Inuit", "Cherokee", "Navajo", "Native American", "Native Americans", "Persian", "Persians", "Berber", "Berbers", "Tuareg", "Tuaregs", "Sinhalese", "Han Chinese", "Nubian", "Ashkenazi",
    "Southeast Asian", "Central American", "North African", "West African", "East African", "Texan", "Texans", "Californian", "Californians", "New Yorker", "New Yorkers", "Londoner", "Londoners", "Parisian", "Parisians", "Bavarian", "Flemish", "Walloon", "Corsican", "Sicilian", "Crimean", "Kashmiri", "Kashmiris", "Gazan", "Gazans", "Cossack", "Tatar", "Tatars", "Creole"],
  politics: ["Democrat", "Democrats", "Democratic", "Republican", "Republicans", "Tory", "Tories", "Communist", "Communists", "Nazi", "Nazis", "Marxist", "Marxists", "Maoist", "Maoists", "Liberal Democrat", "Liberal Democrats",
    "Lib Dem", "Lib Dems", "Stalinist", "Leninist", "Trotskyist", "Baathist", "Baathists", "Zionist", "Zionists", "Houthi", "Houthis", "Christian Democrat", "Christian Democrats", "Social Democrat", "Social Democrats", "Peronist", "Peronists", "Chavista", "Chavistas",
    "Brexiteer", "Brexiteers", "Eurosceptic", "Eurosceptics", "Leninists", "Thatcherite", "Blairite", "Gaullist", "Sandinista", "Sandinistas", "Confederate", "Unionist", "Unionists", "Whig", "Whigs", "Islamophobic", "Jihadist"],
};

export const notSurnames = new Set(["the", "so", "see", "he", "you", "she", "may", "will", "long", "do", "to", "in", "so", "no", "many", "last", "house", "day", "man", "an", "le", "la", "early", "every",
  "few", "more", "most", "much", "other", "self", "such", "than", "that", "then", "they", "this", "those", "was", "way", "week", "when", "who", "yes", "all", "and", "but", "can", "for", "from", "get", "good",
  "great", "high", "how", "if", "is", "it", "just", "like", "low", "north", "not", "now", "off", "on", "one", "or", "our", "out", "south", "east", "west", "state", "states", "true", "two", "up", "use", "well", "were", "what", "where",
  "with", "world", "year", "years", "young", "old", "new", "city", "church", "college", "hall", "street", "river", "island", "lake", "park", "bridge", "court", "bank", "union", "university", "council", "party", "police", "people", "friday", "monday", "sunday", "august", "april", "march", "june", "january", "christian", "christians", "english", "french", "german", "welsh", "irish", "british", "india", "england", "america", "ireland", "china", "japan", "france", "holland", "spain", "israel"]);
