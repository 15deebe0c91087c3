/**
 * Common words of languages in Latin letters, without marks over them. Left out are words that English has too ("come",
 * "care", "police"), and the small words of people's names ("de la Cruz").
 */
const WORDS: readonly (readonly [id: string, words: string])[] = [
  [
    'lang-french',
    'je tu il elle nous vous ils elles est sont suis etes avez avons ont une les mes mon ma vos votre notre ' +
      'ses cette ces ce que qui quoi quand comment pourquoi combien avec pour dans sur pas bonjour bonsoir ' +
      'salut oui svp plait besoin parle parler parlez francais anglais veux voudrais peux pouvez puis faire ' +
      'fait donnees informations adresse lettre chez aussi mais ou et aidez comprends quelqu quelles quelle ' +
      'quel effacer supprimer vendez numero moi lui leur au aux du un peut sais toujours etre avoir tout tous ' +
      'comme faut voir envoyer donner garder deja beaucoup savez',
  ],
  [
    'lang-italian',
    'io tu lui lei noi voi loro sono sei siamo siete hai abbiamo avete hanno che chi cosa quando perche ' +
      'quanto quali quale dove con non mio miei mie vostro vostra questo questa nel nella sul sulla alla dei ' +
      'delle degli una uno gli buongiorno buonasera grazie prego aiuto bisogno parlo parla parlare ' +
      'italiano inglese vorrei voglio posso potete puo dati informazioni copia indirizzo lettera capisco favore ' +
      'anche sbagliato cognome cancellare polizia vendete sapete mi ci si piu un ho parli interprete usate ' +
      'decidere diritto pratica scritto vostri tutto fatto aiutate mandare vedere tenete quello dice',
  ],
  [
    'lang-polish',
    'ja wy oni jest sa mam masz macie nie tak czy co kto gdzie kiedy jak dlaczego ile moje moja moj moich ' +
      'mojej moim mnie mi sie dla przez oraz tego tym ktory ktora dzien dobry czesc dziekuje prosze pomoc ' +
      'pomocy pomoze potrzebuje mowie mowi rozumiem polsku polski angielsku chce chcialbym chcialabym moge moze ' +
      'mozecie danych informacje adres zobaczyc usunac komu wiem wiecie bardzo szukam kogos z kogo ze ktos ' +
      'pracownik urzedu urzad listu u jestem byl byla wszystko powiedziec dostac wyslac gdzies dlugo trzymacie ' +
      'pytacie',
  ],
  [
    'lang-portuguese',
    'eu tu ele ela voce voces vcs nos eles elas sou estou esta estao sao tem tenho temos uma umas uns meu ' +
      'minha meus minhas seu sua vosso vossa que quem quando onde como porque quanto quais qual nao mais isso ' +
      'isto este para pelo pela ola bom dia obrigado obrigada ajuda preciso falo fala falar portugues ingles ' +
      'quero queria posso podem pode fazer dados informacoes copia morada carta processo percebo entendo sobre ' +
      'tambem mas ou muito alguem guardam sabem apagar partilham vendem um obrigatorio dizer religiao ' +
      'formulario interprete ainda ver enviar receber queixa',
  ],
  [
    'lang-romanian',
    'eu tu el ea noi voi ei sunt esti este suntem am aveti avem au un o unui ce cine cand unde cum de pe cu ' +
      'nu mai si sau meu mea mele mei dumneavoastra va imi mi buna ziua salut multumesc rog ajutor ajuta nevoie ' +
      'vorbesc vorbiti romaneste romana engleza vreau poate puteti datele informatii copie adresa scrisoare ' +
      'dosar dosarul dosarului inteleg nimic despre pentru din spre stiti stergeti cui ati numele gresit tineti ' +
      'primi scris fost trebuie vedea trimite actele vreti stie dori',
  ],
  [
    'lang-spanish',
    'tu usted ustedes ellos ellas eres estoy esta estan tengo tiene tienen hay una unas unos los las mis mi ' +
      'sus su nuestro este esto ese que quien quienes cuando donde como cual cuales cuanto con para pero muy ' +
      'tambien hola buenos buenas dias tardes gracias favor ayuda ayudar necesito hablo habla hablar espanol ' +
      'ingles quiero quisiera puedo puede pueden hacer datos informacion copia direccion carta expediente ' +
      'entiendo alguien sobre saben borrar borren venden comparten guardan policia porque y por en nada el si ' +
      'al se un interprete todo ver enviar recibir mal escrito preguntan pido puedes quiere',
  ],
  [
    'lang-turkish',
    'sen biz siz onlar benim bana beni bizim sizin bir bu su ve ile icin ama mi mu musunuz misiniz ne neden ' +
      'nasil nerede kime hangi kac kadar var yok degil evet hayir merhaba selam gunaydin tesekkur tesekkurler ' +
      'lutfen yardim lazim istiyorum bilmiyorum biliyor konusmak konusan turkce ingilizce ingilizcem bilgi ' +
      'bilgileri bilgilerimi bilgilerim verilerimi verilerimin hakkimda hakkinda adresim adresimi dosyam ' +
      'dosyamin polis mektup belediyeden belediye anlamiyorum anlamadim tercuman bilen biri silmenizi gorebilir ' +
      'cocugumun tutuyorsunuz sakliyorsunuz alabilirim kopyasini sahibine numarami verdiniz nereye sikayet ' +
      'sikayetimi yapacagim istemiyorum gormek silin verin okul kimse hic bilgiler verileri',
  ],
  [
    'lang-somali',
    'waa waan waxaan waxaad maxaa maxaad ma miyaa ii iga igu ku ka iyo oo ama aan ayaa baan baad qof cid yaa ' +
      'yaad sideen sidee xaggee halkee goorma salaan fadlan mahadsanid caawi caawin baahanahay rabaa hadal ' +
      'hadla hadlo soomaali ingiriisi ingiriisiga ingiriisigaygu macluumaad macluumaadkayga macluumaadkaygu ' +
      'nuqul faylkayga cinwaankayga cinwaankaygu warqad turjubaan turjun fahmin haysaan ogtihiin la inaan',
  ],
  [
    'lang-albanian',
    'une ti ajo ne ju ata eshte kam keni kane nje dhe qe kush kujt cfare kur ku si pse sa nga te me mua mi ' +
      'tuaj pershendetje tungjatjeta faleminderit lutem ndihme ndihmoni duhet nevoje flas flet shqip anglisht ' +
      'anglishtja dua mund marr dhena dhenat ka dosjen dosja informacion informacionin kopje dosje dosjes adresa leter kuptoj ' +
      'nuk asgje njeri perkthyes policia fshini gjuhen keq shume shoh fshij letra',
  ],
];

/** The words of each language, by the id of its entry in `languages.yaml`. */
export const COMMON_WORDS: readonly (readonly [id: string, words: ReadonlySet<string>])[] = WORDS.map(([id, words]) => [
  id,
  new Set(words.split(' ')),
]);

/** The commonest words of English, by which an English message with a few foreign words stays English. */
export const COMMON_ENGLISH: ReadonlySet<string> = new Set(
  (
    'the a an and or but if of to in on at by for from with about is are was were be been am do does did have has had ' +
    'will would can could should i you he she we they it me my your his her our their this that these those who what ' +
    'when where why how not no yes all any some please help data information council file records name know see want ' +
    'need get send there here im dont whats'
  ).split(' '),
);
