/**
 * Written by packaging/first-names.ts from @faker-js/faker 10.6.0 (MIT, Copyright (c) 2022-2025 Faker), locales fr, fr_BE, fr_CH and fr_SN.
 * Lower case, without accents, separated by white space.
 */
/** Nothing but first names. */
export const NAMES = `
aaliyah aaron abd abdallah abdel abdelkader abdelkrim abdellah abderrahmane abdon abdonie abdou abdoul abdoulaye
abdourahmane abdramane abdullah abel abelard abelin abeline abibatou abigael abigaelle abigail abou aboubacar
aboubakar abraham absalon aby acace acacie acanthe achaire achille achraf ada adalard adalbald adalbaude
adalberon adalbert adalric adalsinde adam adama adame adea adegrin adegrine adel adelaide adele adelie adelin
adeline adelphe adeltrude adem aden adenet adeodat adhemar adib adil adina adja adjutor adolphe adolphie adonis
adonise adrastee adrehilde adrian adriana adriano adrien adrienne agapet agatha agathange agathe agathon
agilbert agilberte aglae agnan agnane agneflete agnes agrippin agrippine ahmad ahmed aicha aida aidan aiden aina
aisha aissa aissata aissatou ajan ajana ajla ajlin ajna akram aksel aksil alain alaine alais alan alana alara
alassane alba alban albane alberade alberic albert alberta alberte albertine alberto alcibiade alcide alcidie
alcime alcine alcyone aldegonde aldonce aldric alea aleaume alec alejandro aleksa aleksandar aleksander
aleksandra alena alenia alessandro alessia alessio aleth alex alexander alexandra alexandre alexandrine
alexandros alexane alexanne alexia alexine alexis aleya aleyna alfonso alfred alfredo ali alia alice alicia
alienor aliette alima alina aline aliou alioune alisa alisha alison alissa alissia alistair alix alixe aliya
aliyah alizee allan allegra allen alliaume allison alma almine almire alois aloise alon alonzo aloys aloyse
alphee alphonse alphonsine alpinien althee alton alva alverede alvin aly alya alyah alycia alyssa alyssia
alysson amadea amadou amady amael amalia amaliane amalric amalthee amanda amandin amandine amani amar amara
amarande amaranthe amaryllis amath amaury amber ambra ambrine ambroise ambroisie amdy amea amedee amel amelia
ameliane amelie amelien ameline ameth amicie amiel amin amina aminata amine aminte amir amira amos amra amy ana
anabelle anae anael anaelle anahita anais anas anass anastase anastasia anastasie anastasija anatole anatolie
ancelin anceline andeol andjelina andoche andre andrea andreas andree andrei andrej andres andrew andri andrin
andrina andy anes angadreme angel angela angele angelica angelina angeline angelo angie angilbe angilberte
angilran angoustan ania anicee anicet anicette anik anika anina anissa anita ann anna annabel annabelle annaelle
anne annette annibal annie annika annonciade anouck anouk ansbert ansberte anselme anstrudie anthelme
anthelmette anthony antide antigone antoine antoinette anton antonia antonin antonine antonio antony anuar anya
aphelie apollinaire apolline appoline aquilin aquiline arabelle arame arcade arcadie archambaud archibald archie
arda aren argine ari arian ariana ariane arianna aricie arie ariel arielle arij arion aris arisa ariste aristide
arlene arlette arman armance armand armande armandine armando armel armeline armelle armide armin armine arnaud
arnaude arno arnold arnould arolde aron arona arsene arsenie arsinoe artemis arthaud artheme arthur arthurine
arthus arto arturo artus arun arwa arwen arya ascelin asceline ashley asja asma asmaa assa assetou assia assil
assya asta astarte asterie astou astree astrid astride asya athalie athanase athanasie athena athenais athina
atta aubertine aubin aubrey aubry aude audebert audeline audouin audran audrey auguste augustin augustine aure
aurel aurele aurelia aurelie aurelien aurelienne aurelio aurelle aurian auriane auron aurora auxane auxence ava
aveline avi aviel avigaelle avital avoye awa axel axeline axelle aya ayaan ayah ayan ayana ayaz aydan ayden ayem
ayla aylan aylin ayline ayman aymane aymard aymardine aymen aymeric aymon aymonde ayoub azelie azeline aziz azra
babacar badis bafode bakary balthazar banna baptiste barbara barnabe barry barthelemy bartimee basil basile
basilisse basma bastian bastien bathilde baudouin baya beatrice becky bela belinda bella benedicte benigne
benjamin bennie benny benoit beranger berangere berard berenice bernadette bernard bernice bert bertha berthe
bertille bertrand beryl bessie beth bethany betsy bettina betty beulah beuve beverly beya bianca bigna bilal
bilel billie billy bineta binta bintou birane bjorn blaise blake blanca blandine bobbie bobby bogdan bohemond
bonnie boris boualem bouba boubacar boubou bouchard bouchra boyd brad bradford bradley brahim brandi brandon
brandy brayan brenda brendan brent brett briac brian brice bridget brieuc brigitte brittany brooke bruce
brunehaut brunehilde bruno bryan bryant byron caleb calista calixte calvin camelien cameron camil camila camilia
camilla camille camillien candace candice caribert carine carl carla carlo carloman carlos carlota carlotta
carlton carmen carol carole carolina caroline carolyn carrie carroll cary casey cassandra cassandre cassie
cassien cassiopee cataleya catherine cathy cecelia cecil cecile cecilia cedric celestin celestine celia celian
celien celina celine cesaire cesar chahine chahinez chai chaima chanel chantal charlaine charlemagne charlene
charles charlie charline charlize charlotte charly chayma cheick cheikh cheikhou chekhouna chelsea cheryl
chester chiara childebert chilperic chirine chloe chretien chris christelle christian christiane christie
christina christine christodule christophe christopher christy chrysole chrysostome cindy clara clarence
clarisse clark claude claudia claudien claudine clayton clea cleandre clelia clelie clemence clemens clement
cleo cleophee clery clifford clifton clint clinton clio cloe clotaire clothilde clotilde clovis clyde cody
colette coline colleen connie conrad constantin coralie coraline corentin corentine corey corinna corinne
cornelius corto cory cosima coumba courtney craig cristian cristina curtis cynthia cyprien cyrian cyriaque
cyrielle cyril cyrille cyrine cyrus daisy dale dalia dalla damian damien damon dan dana danae dani dania daniel
daniela daniella danielle danilo danny dante dany danyl daouda daphne daphnee daria darian darin darine dario
daris darius darla darlene darnell darrel darrell darren darrin darryl daryl dave david davide dawn dayan dayane
dea deanna debbie debora deborah debra delbert delia della delores delphin delphine demba denis denise deniz
dennis derek derrick devin dewey dexter diana diane dianna dianne diar diara diarra didier diego dieudonne
dieudonnee dieynaba dilan dimitri dina dino dion dior dixie djamila djeneba djibril dolores domingo dominic
dominick dominik dominique domitille donald donna donnie dora doreen dorian doriane dorine doris dorothee
dorothy doug douglas dounia dov doyle drew driss dua duane dustin dwayne dwight dylan dyna earl earnest ebony
eda eddie eddy eden edgar edgard edith edmee edmond edmund edna edouard eduard eduardo edward edwin eileen ela
elaine elbert elea eleanor eleanore elena elene eleni eleonora eleonore eleuthere eli elia eliah eliahou elian
eliana eliane eliano elias elie eliel eliette elif elija elijah elin elina eline elinor elio elion eliona elior
eliot eliott elisa elisabeth elise elisee elissa eliza elizabeth ella ellen elli ellie elliot elliott ellis elly
elmer eloan eloane elodie eloi eloise elona elone elora elouan elsa elsie elvira elvire elya elyas elyes elyne
elyssa elzear ema emanuel emelie emeline emerance emerencie emeric emi emie emil emile emilia emilian emilie
emilien emilija emilio emily emma emmanuel emmanuelle emmelie emmett emmie emmy emna emy ena enea enes
enguerrand enio ennio enola enora enrique ensar enya enyo enzo ephraim epiphane eric erica erick erik erika erin
erine erma ernest ernestine ernesto eron ervin erwan erwann esra essie esteban estelle esther ethan ethann ethel
etienne eubert eudes eudoxe eudoxie eugene eugenie eula eulalie eunice euphrasie eurydice eusebe eusebie
eustache eva evan evangeline evann evariste eve evelyn evelyne everett evrard evy ewan ewen ewenn eya eyal eytan
eythan ezio fabien fabio fabrice fadi fady falba fannie fanny fanta fantin fantine farah fares farid farouk
fatiha fatim fatima fatimata fatimazahra fatma fatou fatouma fatoumata faustine faye federico felicia felicie
felicien felipe felix ferdinand feriel fernando feryel fiacre filip filipe filippa filippo fily finja finn fiona
fionn firas firmin flavia flavie flavien flavio flodoard florence florent florentin florestan florian floriane
florie floyd flurin flurina flynn fode forrest foucauld foulques frances francesca francesco francette francine
francis francisco franck francois francoise frank frankie franklin fred freda freddie frederic frederick
frederik frederique fredrick freya frida fulbert fulcran fulgence fynn gabin gabriel gabriela gabriele gabriella
gabrielle gad gael gaelle gaetan gaia gail garnier garrett garry gary gaspar gaspard gaston gatien gauthier
gautier gayle gedeon gelila genevieve geoffrey geoffroy georg george georges georgette gerald geraldine gerard
gerardo geraud gerberge gerbert gertrude gervais ghislain ghislaine giacomo giada gian gianluca gianna gianni
gilbert gilberto gilles gina ginette gino gioele gioia gion giorgia giovanni girart gisele gislebert giulia
giuliano giulio giuseppe gladys glen glenda glenn gondebaud gonthier gontran gonzague gordon goundo grady greg
gregg gregoire gregory gretchen guadalupe guenievre guerin guilhem guilhemine guillaume guillemette guillermo
gustave gustavine gustavo guy guyot gwen gwenaelle gwendoline gwendolyn habib habiba haby hadja hadriel hadrien
hafsa hailey haim hajar hakim halima hamed hamidou hamza hana hanae hanane hania hanna hannah hardouin harold
haron haroun harouna haroune harriet harry harvey hasna hassan hassane hatem hatouma hattie hava hawa haya hayat
hayden hazel heather hector hedelin hedi heidi helen helena helene helie helier helin helios heloise henri
henrietta henriette henrik henry herbert herluin herman herve hiba hicham hilaire hilda hildebert hillel hincmar
hind hippolyte hira holly honorine horace hortense houda houria howard hubert hugh hugo hugues huguette ian iban
ibou ibra ibrahim ibrahima ida idan idir idris idriss idrissa idy ignacio ignacy igor ikram ilai ilan ilana
ilaria ilay ilenia ilhan ilian iliana iliane ilias ilies ilja ilona ilyan ilyana ilyane ilyas ilyass ilyes
ilyess imad iman imane imen imene imran imrane ina inara inaya ines inez inna insa inza ira irene irina irma
irvin irving isa isaac isabeau isabel isabella isabelle isadora isaiah isaure isee iseult ishaq isidore ismael
ismail ismaila ismerie isra israa issa issam issiaka iva ivan ivy iwan iyad iyed izia jack jackie jacob
jacqueline jacquelyn jacques jad jade jaden jael jaime jake jakob jakub jalil jamal james jamie jamiro jan jana
jane janelle janet janice janie janina janine janis janna jannah jannik jannis janosch japhet jara jared jari
jaro jarod jaron jasin jasmine jason jassem jassim javier jawad jawed jay jayden jayson jeanette jeanne jeannel
jeannette jeannie jeannot jed jeff jeffery jeffrey jehanne jenna jennah jennie jennifer jenny jerald jeremiah
jeremie jeremy jermaine jerome jerry jesse jessica jessie jibril jihane jil jill jim jimmie jimmy jinane joachim
joah joakim joan joana joann joanna joanne joanny joaquim jocelyn jocelyne jodi jody joe joel joelle joey johan
johann johanna johanne john johnathan johnnie johnny joline jon jona jonah jonas jonathan jonathon jordan jorge
jorin joris jose josefina joseph josephine josette josh joshua josiane josse josselin josue joud jovan jovin
joyce juan juana juanita jude judicael judith judy jules julia julian juliana julianne julie julien juliette
julio julius juna junon juri jusra justin justine jusuf kacper kadiatou kadidia kadidiatou kady kahina kai kaia
kaina kais kaja kalea kalidou kamel kamil kamila kara karamba karamoko karen kari karim karima karine karl karla
karolina kassim kate katell katherine kathleen kathryn kathy katia katie katrina kawtar kay kaya kayla kayliah
kayna kays keano keanu keba keira keith kelley kelli kellie kelly kelvin kelya kelyan ken kenan kendra kenneth
kenny kent kenza kenzi kenzo kenzy kerem keren kerry ketsia kevin keyan keyla khadidiatou khadidja khadija
khadim khady khalid khalifa khalil kheira khoudia kian kiano kiara kilian killian kilyan kim kimberly kimo kine
kira kirk kiyan klara klea konstantin krista kristen kristi kristie kristijan kristin kristina kristine
kristopher kristy krystal kurt kuzey kyan kyle kylian kyliann kyllian ladina ladji laetitia lahna laia laila
lala lalie lamar lambert lamia lana lancelot landry lara larina larissa larry lars lassana lasse laszlo latifa
latoya laura laurane laure laureline lauren laurence laurene laurent lauri lauriane laurie laurin laurine lauryn
laverne lavinia lawrence layana layanah layla lazar lazare lea leah leana leandra leandre leandro leane leanne
leano leart ledion lee leelou lehna leia leigh leila leina lela leland len lena leni lenia lenn lenni lennox
lenny leny lenya leo leon leona leonard leonardo leonel leoni leonidas leonie leonis leonne leonor leonora
leonore leontine leopold leopoldine leroy leslie lester leticia letizia leu leufroy levana levi levin levio
lewis leya leyan leyla leyna lia liam lian liana liara lias libere lietald lila lili lilia lilian liliana
liliane lilie lillian lillie lilly lilou lilwenn lily lilya lina linda lindsay lindsey linn linnea lino linoi
linoy linus lio lionel lior liora liron lirone lisa lisandro lison lital liv liva livia livio liya liyah liyan
liyana liz liza lloyd loan loane logan lohan loic loise lola longin lonnie lora loren lorena lorene lorenz
lorenzo loretta lori lorian lorik lorin loris lothaire lotta lou louan louane louann louay loubna louca louie
louis louisa louise louison louka loula louna lounis lowell lua luan luana lubin luc luca lucas luce lucette
lucia lucie lucien lucienne lucile lucille lucy ludivine ludmila ludolphe ludovic luena luigi luis luisa luise
luka lukas luke lula luna luther luz lya lyam lyan lyana lydia lydie lyes lyla lyle lylia lylou lyna lynda lyne
lynette lynn lynne maayane mabel mable macaire maceo mack mactar madeleine madeline madina madlaina mady mae
mael maelie maeline maelis maelle maely maelyne maelys maeva magali magalie magdalena maggie maguelone maguette
mahamadou mahault mahaut mahdi mahe mahir mahmoud maia maila mailo maily mailys maimouna maina maira maissa
maissane maiwenn maja makan makhtar maksim malak malcolm malea malek malena malia malick malik malika malina
mallaury malo malone malou mamadou mamady mamert mamoudou mamour manal manar manasse mandy manel manelle manil
manon mansour manuela mara maram marc marceau marcel marcelin marceline marcella marcia marco marcos marcus
mareme margaret margarita margaux margie margo margot maria mariam mariama mariame marian marianne marie mariem
marieme marilou marilyn marina marino mario marion marius marjane marjorie mark marko marlene marley marlo
marlon marnie marouane marsha marshall marta martha marthe martim martin martine marty marvin marwa marwan
marwane marwen mary maryam maryann marylou masa massamba massinissa matar matej mateja mateo mateus mateusz
matheo mathew mathias mathieu mathilda mathilde mathis mathurin mathys matias matilda matilde matis matisse mats
matt mattea matteo mattheo matthew matthias matthieu matthis matti mattia mattie mattis matys maud maude maugis
maureen maurice mauricette mauro maxellende maxence maxens maxim maxime maximilian maximilien maxine maya mayane
mayar mayeul mayla mayline maylis mayssa mbaye mederic medoune megan megane meghan mehdi meissa melanie melchior
melia melina melinda meline melisa melisande melissa melissandre mellina melody melusine melvil melvin melvyn
menahem mence mendel meredith meriam meriem merjem merlin merovee merwan meryam meryem meryl mete mia micha
michael micheal michel michele micheline michelle mickael miguel mika mikail mike mila milan mildred milena
miles milhan milla milo milton mina mindy minh minnie mira miran miranda mireille miriam miro mischa misty
mitchell miya moche moctar modibo modou mody mohamadou mohamed mohammad mohammed moira moise moisette molly mona
monica monique morgan morgane moritz morris mory moses mouctar mouhamadou mouhamed mouhameth mouhammadou mourad
moussa moustafa moustapha muhammad muhammed muriel musa mustapha mya myla mylan mylene myra myriam myron myrtle
nabil nada nadege nadia nadine nadir nael naelle nahel nahil nahla naia nail naila naim naima nais najla nala
nando naomi naomie nassim nassima natacha natalia natalie natan natasha nathalie nathan nathanael nathaniel
naudet nawal nawel nawfel naya nayel nayla nazim nea neal neela nefeli nehemie neil neila nejla nela nelia nelio
nell nellie nelly nelson nelya nene nerea nermine nesrine nestor nettie neva nevin nevio neyla nia niame
nicephore nicholas nichole nick nico nicola nicolas nicole niels nika nikita niklas niko nikola nil nila nils
nina nine nino ninon nio niouma nisa nizar noa noah noam noan noar noe noelia noelie noelle noemi noemie noha
noham nohan nola nolan nolann nolhan noor nora norah norbert nordine norhane norma norman nouha nour noura
nourane noureddine nuri nuria oceane octave odelia odette odile odilon odon oger olga oliver olivia olivier
oliwia ollie olympe olympia omar ombeline ombline ophelie ora orell oren oriande oriane orlando orlane ornella
orville oscar oskar othmane otis otto ouarda oumar oumou oury ousmane oussama owen ozanne pablo paco pacome
palemon paloma pam pamela paola paolo pascal pascale pathe patrice patricia patrick patsy patti patty paul paula
paule paulette paulin paulina pauline pearl pecine pedro peggy pelagie penda penelope penny perceval percy perla
perrine perry pete peter petronille pharell phil phileas philemon philibert philip philipp philippa philippe
philippine phillip philomene philothee phyllis pia pierrick pietro pol preston primerose prisca priscilla
priscille pulcherie quentin quentine quieta quinn quintia quitterie rachael rachel rachid rachida rafael rahel
rahma rajana ralph rama ramata ramatoulaye rami ramiro ramon ramona ramy randal randall randolph randy rania
ranim ranya raoul raphael raphaelle raquel raul rawane ray rayan rayane rayen raymond raymonde rayyan rea
rebecca reda redouane regina reginald regine regis reina rejan rejean rejeanne remi remy renaud rene renee
reybaud rhea rhonda riad rian riana ricardo richard rick rickey ricky rita rivka riyad roan robert roberta
roberto robin robyn roch rochelle roderick rodney rodolfo rodolphe rodrigo rodrigue rogelio roger rohan rokhaya
rokia roland rolande rolando romain romane romeo romina romuald romy ron rona ronald ronan ronja ronnie
roosevelt rosa rosalie roselin roseline roselyne rosemarie rosemary rosie ross roxane roxanne roy roza ruben
rudolph rudy rufus runa russell ruth ruya ryad ryan rym saad sabah sabine sabri sabrina sabrine sacha sada sadie
sadio saer safa safia safiatou safietou safiya sagar said sakina salif salim salimata salimatou saliou sally
salma salome salomon salvador salvatore saly sam samantha samara sami samia samir samira sammy samson samuel
samuele samy sana sanaa sandra sandrine sandro sandy santiago santino santos sara sarah sarina sarra sasha
saskia satine saul savin savinien scarlett scholastique scott sean sebastian sebastien seckou segolene sekou
selena selene selim selin selina selma selyan sena sephora seraina seraphin serena serge sergio serine seth
severin severine seydou seynabou shai shaily shaima shaina shana shane shani shanice shanna shannon shanon shany
shari sharon shaun shawn shawna shay shayan shayma shayna sheila sheldon shelia shelley shelly sheri sherine
sherman sherri sherry sheryl shirel shirine shirley shyrel siana siara sibylle sidney sidoine sidonie sidra sidy
siena sienna sigebert sigismond siham sihem silas siloe silvere silvia simea simeon simon simone sina sira sire
sirine siro sixte sixtine skander slimane soan sofia sofiane sofija sohan sohane sokhna solal solange solene
solenn soline solveig sonia sonja sonya sophia sophie soraya soren souad souleyman souleymane soumaya spencer
stacey stacy stan stanislas stanley steeve stefan stella stephane stephanie stephen steve steven stewart stuart
susan susie suzanne suzie suzon sven swann swassane sybille sylvain sylvester sylvestre sylvia sylviane sylvie
syrine tabea tabitha taha taina tais tal tali talia talya tamara tami tammy tancrede tanguy tania tanya tao tara
tarek tasha tasnim tasnime tatiana taurin taylor tea ted teddy teo teodor teodora terence teresa teri terrance
terrell terrence terri terry tesnim tesnime tess tessa thais thalia thanina thea thelma theo theodor theodora
theodore theodose theophane theophile theophraste theotime theresa therese thiago thibaud thibault thibaut
thibert thierno thierry thomas tia tiago tian tiana tidiane tiffany tiguida tilda tilio tilla tim timea timeo
timmy timo timoleon timon timothe timothee timothy tina tiphaine titien titouan tobias toby todd tom toma tomas
tommie tommy tonnin tony tonya toufik tracey traci tracy trajan travis trevor tricia tristan tsipora tuana
turold tybalt tyler tymeo tyron tyrone ugo ulysse uma una ursule vadim valentin valentina valentine valentino
valere valeria valerie valery vanessa vasco velma venance venceslas vera verna vernon veronica veronique vianney
vicki vickie vicky victor victoria victorien victorin viktor viktoria vincent vinciane virgil virgile virginie
vito vittoria vivian viviane vivien vivienne vladimir vuk wade wael wafa waleran walid wallace walter waly wanda
wandrille warren wassim wayne wendell wendy wesley whitney wiem wiktoria wilbert wilbur wilfred wilfried willard
william willie willis willy wilma wilson winifred winston wissam wissem woodrow xavier xaviere xenia xenophon
yacine yacouba yael yaelle yago yahya yamina yani yanis yann yanni yannick yannik yannis yara yaro yaron yasin
yasmin yasmina yasmine yasser yassin yassine yaya yazid ylan yoan yoann yoav yoel yohan yohann yolanda yolande
yona yoni yoro yosra yossef youcef youmna youna younes youness youri yousra youssef youssou youssouf youssouph
youssoupha ysaline yse ysee yseult yumi yuna yuri yusuf yvan yves yvette yvonne zacharia zacharie zachary zache
zack zackary zadig zahia zahra zakaria zakariya zakary zakarya zana zara zayd zayneb zeinab zelda zelie zephirin
zeynab ziad zina zineb zinedine ziyad zoe zoeva zoey zohra zuzanna zyad
`;

/** French words too. */
export const NAMES_AND_WORDS = `
abondance aimable aime aimee alize alpha amande amant amante ambre amen amethyste ami amie amour anemone ange
angelique anis archange aria atlas aube aurore azalee baba barbe ben bill blanche blessing bob bon boniface
brune camelia candide capucine celeste cerise chad cherif claire clay clementine colin colombe come conception
constance constant cora crystal dado dahlia dame dean desire desiree divine don douce dune eglantine emir faith
felicite fidele fleur flora flore fortune fortunee francisque garance gaud gene germain germaine ginger gloria
grace grant gui hermine homer honore hope innocent iris jacinthe jasmin jean job jourdain joy junior juste
lamine lance lean lilas line lion lise lois lorrain loup malin mama mamie manuel marguerite marin marine martial
max melba melodie mercedes merle myrtille narcisse neo normand nova olive ondine opal parfait pat paterne pepin
perle pie pierre prince prosper prudence prune reine rex rim rio robinson roman rose ruby samba sauveur soda sue
swan till toni troy urbain van victoire vigile viola violet violette vital zephyr
`;

/** Places or feasts too. */
export const NAMES_AND_PLACES = `
ascension asia assomption austin bahia castille dallas france francia geneva georgia isis islam israel lorraine
medina nancy noel savannah toscane toussaint virginia
`;
