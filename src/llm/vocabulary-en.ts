/** Ordinary English words that may leave in a question; no name of a person or a company is among them. */

const ACTIONS = `
accumulate achieve act add advance afford appear approach ask avoid become begin behave borrow bring build buy
calculate call care carry catch change chat check choose climb come compare complain concentrate consider continue
convert cut deal decide decline decrease deposit deserve deteriorate diminish disappear divide do drain draw drift drop
dwindle earn emerge end engage enjoy enter escape estimate evaporate exceed exit expect expire explore face fade fail fall
feel fetch fill finish flag fluctuate follow forget gain gave get gimme go gone grew grow grown guess handle happen hear
help hoard identify improve include increase indicate invest involve jump keep kept know lack lapse lapsed leak learn leave
leaving left let like limit list listen locate look lose losing lost lower maintain make matter mature mean meet mention
miss missing move multiply neglect notice obtain occur open outperform overlook owe paid park pay perform pick plan plunge
point pop possess prefer prepare prioritise prioritize produce provide pull purchase put quit raise rate reach read recall
receive recommend reconnect recover reduce refer relate release remain remember remind renew repay reply require respond
retain return reveal review rise risen run said save saw say scare search seem seen select separate settle shift shrank
shrink shrunk sit sitting skip sleep slept slide slip slow snooze snoozing sort sound speak spend spent split spoke stagnate
start stay stick stop suffer suggest surge swap switch take talk tap tell tend think thought took touch track trade transact
try tumble turn use used vanish vary visit wait wake walk walking wane want warn waste watch weaken went withdraw withdrawn
withdrew wither wonder work worry yield
`;

const THINGS = `
account accounts activity advice amount anything appetite area aspect asset attention attrition background balance balances
band bank banking base basis behaviour behavior benefit bit bond borrower bracket bucket bunch business buyer call capacity
care case cash category change channel chance choice chunk class client colour comparison complaint concern condition
contact contribution conversation cost count couple credit creditor crowd currency cycle data deal debt debtor decline
degree demand depositor detail difference direction distance drop duration engagement entry estimate everybody everyone
everything evidence example excess exposure extent face fact family feedback fee feeling figure finance folks
followup fortune frequency fraction fund funds future gap goal growth guys habit half handful headroom health help
history holder household idea importance improvement inclusion income increase indicator industry influence info
information interest investor issue item job kind kinds lender level liability line list loan loss lot lots loyalty
majority margin market maturity meeting member message middle minority money mood mortgage movement name nature neighbour
number objective obligation occasion occupation offer opinion opportunity option order outcome outflow inflow outlook
outlier pair part party past patience pattern payment pension people percentage performance period person phase picture
pile place point pool portion position possibility potential presence pressure priority probability problem process
product profile profit profitability progress proportion prospect punters punter purpose quality quantity question range
rank ranking rate ratio reason record reduction regard relation relationship reminder repayment replacement request reserve
response rest result return revenue review rise risk room rule salary saver savings scale score section sector segment
sense service set share shape side sign signal situation size slice slot snapshot sort source spread stage standard status
step stickiness story strategy strength subset success sum summary surplus target task terms thing things thought threshold
tier time times topic total touch touchpoint track transaction trend trouble turnover type uptick usage value variety
version view visit volume wallet way weakness wealth week wish word words work worth year
`;

const QUALITIES = `
able above absent accurate across active actual additional adequate afraid afterwards again against ago ahead alarming
alike almost alone along already alright also although altogether always among apart approximate around aside asleep
attractive available average away awful back bad barely basically because before behind below beneath beside best better
beyond biggest both brief broad busy by careful central certain cheap clear close closer closest cold comfortable common
complete concerning considerable constant cool correct crazy critical current curious daily dead deep definitely delinquent
different difficult direct disengaged distant double doubtful down due during dusty early easily easy effective eligible
else empty enough entire equal especially essential even ever every exact excellent except exceptional extra extreme fair
fairly false familiar far fast fat favourite few fewer final fine first flat flush forgotten former forward free frequent
fresh full fully funny further general generally generous genuine gently gradual happily hard hardly heavy helpful hence
here hidden high higher hot however huge idle ill immediate important impressive inadequate indeed independent individual
initial inside instead interested interesting irregular just keen lacking large last late lately later latest latter lazy
least less light likely little loaded local loose loosely low loyal lucrative luckily main mainly major many massive maybe
meanwhile mere middle minimal minor moderate modest monthly more most mostly much multiple narrow near nearly necessary
negative negligible neither new newer next nice nobody none normal normally notable nothing noticeable nowhere obvious
occasional odd off often old older once one only onto opposite ordinary original other otherwise out outside over overall
overdue overlooked own partial particular passive patient per perfect perhaps permanent personal plain pleasant plus
positive possible possibly potentially precise present pretty previous primary prior probable probably profitable promising
proper properly proud quick quiet quite random rare rarely rather ready real really reasonable recent regular related
relative relatively relevant reliable remaining remarkable repeated respective right rough roughly sad safe safely same
satisfied second seldom separately serious seriously several severe short shorter sick significant silent similar simple
simply since single sizeable sizable sleepy slight slightly slim slowest small smaller smallest so soft solid some somehow
something sometime sometimes somewhat soon sorry special specific spare stable stagnant stale steady still straight strange
strong stronger strongest stuck stuff substantial such sudden sufficient suitable super superior sure surprising suspicious
tall temporary thereby therefore thick thin thinner third thirsty thorough though thoroughly tight tiny together tomorrow
too total totally tough toward towards true twice typical ultimate unable unclear under unhappy unique unlikely unless until
unused unusual up upper upset upward urgent useful useless usual usually vague valuable various vast very vital vulnerable
warm weak wealthier wealthiest weekly weird well whatever whenever where whether while whole wide willing wise within worse
worst worthwhile worthy wrong yearly yesterday yet
`;

const SMALL_WORDS = `
about actually after am an and any are as at be been being but can could did does doing done during each for from had has
have having he her hers him his how if in into is it its itself let lets might mine must my myself no nor of on or our ours
ourselves please pls should than that the their theirs them themselves then there these they this those through thru thus
to unto upon us was we were what whatever when which whichever who whoever whom whose why with without would you your yours
yes yeah yep nope hmm well cheers mate kindly thx ta wanna gonna gotta dont doesnt didnt isnt arent wasnt werent havent
hasnt wont cant couldnt wouldnt shouldnt got gets getting give given gives giving goes going
`;

/** Talk, and slang for "clients" and "show": a question means the same without them. */
const FILLERS = `
blokes buddy chaps cheers dude fetch folks gimme guys hmm kindly lads mate oh pal peeps pls punter punters thx ta uh um well
yeah yep yo
`;

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

export const ENGLISH_FILLERS: ReadonlySet<string> = new Set(split(FILLERS));

export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  [ACTIONS, THINGS, QUALITIES, SMALL_WORDS, FILLERS].flatMap(split),
);
