#include "quoth/annotate/mentions.h"
#include "quoth/base/short_word_map.h"
#include "quoth/base/word_list_internal.h"

namespace quoth {
namespace {

constexpr std::string_view kMale =
    "aaron abdul abdullah abraham adam adrian ahmad ahmed akio akira alain alan albert albrecht aldo alec alejandro "
    "aleksandr aleksei alessandro alexander alexandre alexei alfonso alfred ali alistair allan allen alvaro alvin "
    "amadou amir anatoly anders andre andreas andrei andres andrew andrzej andy angus anthony antoine anton antonin "
    "antonio antonis anwar archie armando arne arnold arthur arturo ashraf augustin axel barack barry bart bashar "
    "basil bastian ben benedict benito benjamin benny bernard bernie bert bertrand bill bjarne bjorn blaine bob bobby "
    "bogdan boris boyd brad bradley brandon brendan brett brian bruce bryan burt byron caleb calvin cameron carl "
    "carlo carlos cedric cesar charles charlie chester chris christoph christophe christopher chuck clarence clark "
    "claude claudio clayton cliff clifford clint clinton clyde cody colin conor constantin corey cornelius cory craig "
    "curtis cyril dale dalton damian damien daniel daniele danny dario darrell darren dave david davide denis dennis "
    "derek derrick desmond devin diego dieter dietrich dimitri dirk dmitry dominic donald donnie doug douglas duncan "
    "dustin dwight dylan eddie edgar edmund edoardo eduardo edward edwin egor eli elias elijah elliot elliott elmer "
    "elon emerson emil emilio emmanuel enrico enrique ephraim eric erich erik ernest ernesto ernst ervin ethan "
    "etienne eugene evan ezra fabian fabio fadi farid federico felipe felix fernando filip finn florian francesco "
    "francis francisco francois frank franklin franz fraser fred freddie frederic frederick friedrich fritz gabriel "
    "gage gareth garrett garry gary gaston gavin geoff geoffrey georg george georges georgi gerald gerard gerardo "
    "gerhard gerry gianni gideon gilbert giles giorgio giovanni giuseppe glenn gonzalo gordon graham greg gregor "
    "gregory guido guillaume guillermo gus gustav gustavo hakan hamid hamish hank hannes hans hans-dieter harald "
    "harold harrison harry haruki harvey hassan hector heinrich heinz helmut henri henrik henry herbert herman hideo "
    "hiro hiroshi howard hubert hugh hugo humberto hussein ian ibrahim ignacio igor ilan imran isaac isaiah ismail "
    "ivan ivo ivor jaap jace jack jackson jacob jacques jaime jakob jamal james jan jared jarrod jason javad javier "
    "jay jean-claude jean-luc jean-marie jean-noel jean-pierre jean-yves jed jeff jeffery jeffrey jens jeremiah "
    "jeremy jerome jerry jesse jesus jim jimmy joachim joao joaquin jochen joe joel johan johann johannes john johnny "
    "jon jonas jonathan jonathon jordi jorg jorge joris joschka jose josef joseph josh joshua jozef juan juergen "
    "julian julien julio julius junichi jurgen justin kamal karim karl kaspar kazuo keir keith kelvin ken kenji "
    "kenneth kenny kent kevan kevin khaled kirk klaus konrad konstantin kristian kurt kyle kyriakos lachlan larry "
    "lars laurence laurent lawrence lech lee leif len lenny leo leon leonard leonid leroy leslie-ann lester levi "
    "lewis liam lionel lloyd lorenzo lorne lothar louis luca lucas luciano ludwig luigi luis lukas luke luther lyle "
    "lyndon maciej magnus mahmoud malcolm manfred manuel marc marcel marcello marcelo marco marcos marcus marek "
    "mariano mario mark marshall martijn martin marty marvin masato mateusz mathias mathieu mats matt matteo matthew "
    "matthias maurice mauricio mauro maxim maxime maximilian mehmet mel melvin michael michal michel miguel mihail "
    "mikael mike mikhael mikhail milo milos milton mitch mitchell mitt mohamed mohammed moritz morris moses muhammad "
    "murray mustafa nasser nate nathan nathaniel ned neil nelson nicholas nick nicolas niels nigel nikita niklas "
    "nikola nikolai nikos noah nolan norbert norman olaf olav ole oleg oliver olivier omar orrin osama oscar oskar "
    "osman otto owen paavo pablo paolo pascal patricio patrick paul pavel pawel pedro pete peter petr petros petteri "
    "phil philip philippe pierre pierre-yves piers pieter piotr preston quentin quincy rafael rahul rainer raj "
    "rajnath ralf ralph ramon ramzan randall randy raphael rashid raul ravi raymond recep reggie reid reinhard rene "
    "reuben reza rhys ricardo riccardo richard richie rick rob robert roberto roderick rodney rodrigo roger roland "
    "rolf romano romeo ron ronald ronnie rory ross roy ruben rudolf rudy rufus rupert russ russell rustam ryan ryosei "
    "saad sadiq saeed sajid salvador salvatore sam sami sammy samuel santiago saul sayed scott sean sebastian serge "
    "sergei sergey sergio seth shane shaun shawn shigeru shinji shinjiro shinzo sid sidney silvio simeon simon "
    "spencer stan stanislav stanley stefan stefano steffen stelios sten stephan stephane stephen steve steven stewart "
    "stig stuart subrahmanyam sunil sven sylvain tadeusz takashi tariq taro tatsuo ted teddy terence terry theo "
    "theodore thierry thilo thomas thor tibor tim timo timothy tobias toby todd tom tomas tomasz tommaso tommy tony "
    "toshihiko travis trevor tristan troy tyler ulrich umberto vaclav valentin valery vance vasily vernon victor "
    "viktor vince vincent vincenzo virgil vivek vladimir vladislav volker volodymyr wally walter warren wayne wendell "
    "werner wes wesley wilbur wilhelm willem willi william willie wilson winston wolfgang woody xavier yair yann "
    "yannick yasser yasuo yevgeny yitzhak yoav yoshi yoshihide yoshimasa youssef yuri yusuf yves zach zachary "
    "zbigniew zoran";

constexpr std::string_view kFemale =
    "abby abigail ada adela adele adriana agatha agnes agneta agnieszka aileen aisha akiko alanna alejandra "
    "alessandra alexa alexandra alexandria alexia alice alicia alina alisa alison aliya allison allyson alma althea "
    "alva alyssa amal amalia amanda amelia amelie amina amira amy ana anastasia anca andrea anette angela angele "
    "angelica angelika angelina angie anika anita anja anke ann anna annabel annalena anne anneliese annette annie "
    "annika antoinette antonia ariane arlene ashley asma astrid audrey ava ayaka ayesha azar barb barbara bea "
    "beatrice beatriz becky belinda bella benazir bernadette berta bertha bessie beth bethany bettina betty bianca "
    "birgit blanca bonnie brenda bridget brigitte brittany bronwen camila camilla candace candice carla carlotta "
    "carly carmela carmen carol carole carolina caroline carolyn carrie cassandra catalina catarina catherine cathy "
    "cecilia celeste celia chantal charlene charlotte cheryl chiara chloe christa christiane christie christina "
    "christine christy chrystia cindy claire clara clare clarissa claudette claudia claudine colette colleen concetta "
    "connie cora corinne cornelia courtney cristina cynthia danielle daphne darlene debbie deborah debra deirdre "
    "delia della delphine denisa denise desiree diana diane dilys dina dolores dominique donna dora doreen doris "
    "dorothea dorothee dorothy edith edna eileen elaine eleanor eleanore elena eleni eleri elin elina elisa elisabeth "
    "elise elizabeth elke ellen ellie elly eloise elsa elsie elvira emi emilia emilie emily emma erica erika erin "
    "erna ernestine estelle esther etsuko eugenia eunice eva evangeline evelyn evita fabienne fanny farah farida "
    "fatima fatma faye federica felicia felicity fernanda fiona flavia flora fran franca frances francesca francine "
    "francoise franziska freda frederica frieda friederike gabriela gabriella gabrielle gayle gemma genevieve "
    "georgina geraldine gerda germaine gertrude giada gillian gina ginny giorgia giovanna gisela giselle giulia "
    "gladys glenda glenys gloria grace greta gretchen griselda gudrun gwen gwendolyn hanan hanna hannah hannelore "
    "harriet hattie heather heidi heike helen helena helene helga helle henrietta hilary hilda hildegard hillary huda "
    "ida ilana ilona ilse imelda ines inga inge ingeborg ingrid ioana irena irene iryna isabel isabella isabelle isla "
    "ivana ivanka jacinda jacqueline jada jadwiga jamila jana jane janelle janet janice janine jasmine jean jeanette "
    "jeanine jeanne jeannette jen jenna jennifer jenny jessica jessie jill jillian jo joan joann joanna joanne "
    "jocelyn jodi jodie joelle johanna jolanta joni josefina josephine josie joyce juanita judi judith judy julia "
    "juliana juliane julie juliet juliette justine kaja kamala kara karen karin karina karla karolina karoline kasia "
    "katarina kate katharina katherina katherine kathi kathleen kathryn kathy katia katie katja katrin katrina katy "
    "kayla keiko kellie kelly kelsey kersti khadija kiara kimberly kirsten kirsty kitty klara kris krista kristen "
    "kristi kristin kristina kristine kyoko lara larissa latoya laura lauren laurie lauryn lavinia lea leah leanne "
    "leila lena leona leonie leonora leticia lidia liesbeth lila lilian liliana lillian lily lina linda lindy lisa "
    "lise livia liz liza lois lola loretta lori lorna lorraine lotte lottie louise lourdes lucia luciana lucie "
    "lucille lucinda lucy ludmila luisa luise luz lydia lynda lyndsey lynette lynn lynne mabel maddie madeleine magda "
    "magdalena maggie malala malia manuela mara marcela marcia margaret margarete margaretha margarita marge margie "
    "margot margrethe maria maria-elena mariam mariana marianne maribel marie marielle marietta marilyn marina marine "
    "marisa marissa marjorie marla marlene marsha marta martha martina mary mathilde matilda maude maura maureen "
    "mavis maxine maya megan meghan mei melania melinda melissa mercedes meredith meryl mette michaela michele "
    "micheline michelle mila milena milla mina mindy minnie mira miranda mireille miriam moira molly mona monica "
    "monique muriel myra myrna nadia nadine najat nancy nanette naomi natalia natalie natalya natasha nathalie nellie "
    "nelly neta nettie ngozi nicole nicolette nikki nilufar nina noa noelle nora norah noreen nuria octavia odette "
    "oksana olena olga olivia oona ophelia oprah paige paloma pam pamela paola patrice patricia patsy patti patty "
    "paula paulette pauline peggy penelope petra phoebe phyllis pia polly priscilla pritam priti rachael rachel "
    "rachida ramona raquel rebecca rebekah regina renata renate renee rhea rhoda rhonda rita roberta rochelle romy "
    "ronda rosa rosalie rosalind rosanna rosario rose roseanne rosemary rosie roxana roxanne ruth sabine sabrina "
    "sadie safia sally salma samantha samira sanae sandra sandrine sanna sara sarah saskia selina selma serena shari "
    "sharon sheena sheila shelley shelly sherri sherry sheryl shirley sian sibylle sigrid silvia sinead siobhan sofia "
    "sofie solange soledad sonia sonja sonya sophia sophie stacey stephanie suella susan susana susanna susannah "
    "susanne susie suzanne svenja svetlana sylvia sylvie tabitha tamara tami tammy tania tanja tanya tara tatiana "
    "tatyana teresa tess tessa thelma theresa therese tiffany tina tonya tora tracey traci tricia trina trish trudy "
    "tulsi ursel ursula valentina valeria valerie vanessa vera verena verna veronica veronika veronique vicki vickie "
    "vicky victoria vigdis violeta viviane vivienne wanda wendy wilhelmina wilma winifred winnie xiomara yasmin "
    "yelena yoko yolanda yuko yulia yuriko yvette yvonne zadie zara zelda zoe zoya zuzana";

using Genders = ShortWordMap<Gender>;

Genders make_genders() {
  Genders genders;
  for_each_word(kMale, [&](std::string_view name) { genders[ShortWord(name)] = Gender::male; });
  for_each_word(kFemale, [&](std::string_view name) { genders[ShortWord(name)] = Gender::female; });
  return genders;
}

}  // namespace

Gender gender_of_first_name(std::string_view first_name) {
  static const Genders genders = make_genders();
  const Gender* gender = genders.find(ShortWord(first_name));
  return gender == nullptr ? Gender::unknown : *gender;
}

}  // namespace quoth
