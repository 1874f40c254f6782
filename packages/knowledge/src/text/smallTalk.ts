/**
 * Words that carry no subject, folded, by language: function words and what people say around a question.
 * Left out of a query while anything else is left in it, and out of the stored bodies.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `a about after again all also am an and any anybody anyone are aren as at be because been before being but by can cannot cant
    could couldn d dear did didn do does doesn doing don dont each else etc even every for from get getting give go goes going good
    got guys had has hasn have haven having he hello help hey hi him his how i if im in into is isn it its just kind kindly know let
    like ll long looking m many may maybe me might more most much my need needs no not now of off ok okay on one or our out over own please
    pls possible question quick re really s say see seem she should shouldn so some somebody someone something somehow sorry still such
    sure t tell than thank thanks that the their them then there these they thing things this those to too today tomorrow tonight trying try tried u up us ve very want
    wanted wants was wasn way we well were what when where whether which while who why will wish with won wonder wondering would wouldn yes yesterday yet you your`,
  de: `aber alle als also am an auch auf aus bei bin bis bitte da danke dann das dass dem den der des die dies diese doch du ein eine einem einen
    einer er es etwas fur gibt guten hallo hat habe haben hilfe ich ihr im in ist ja jemand kann kannst konnen konnte man mein meine meinen mich mir mit
    mochte nach nicht noch nur ob oder schon sehr sein sich sie sind so soll tag uber um und uns vom von vor war warum was weiss wenn wer wie wir wird wo zu zum zur`,
  fr: `a ai au aux avec avez avoir bonjour c ce ces cette chez comment d dans de des du elle en est et etre faire fait il ils j je l la le les leur lui m ma mais
    me mes merci moi mon n ne nos notre nous on ou par pas peut peux plait plus pour pouvez pourquoi qu quand que quel quelle qui quoi s sa salut se ses si sont sur svp ta te
    tes toi ton tu un une veux voudrais vos votre vous y`,
  es: `a al algo alguien ayuda buenas buenos como con cual cuando de del dias donde e el ella en es esta este esto favor gracias hacer hay hola la las le lo los
    me mi mis mucho muy necesito no nos o para pero por porque pueden puede puedo que quien quiero saber se ser si sin sobre son su sus tengo tu un una y ya yo`,
  pt: `a ao aos ajuda alguem as bom com como da das de dia do dos e ela ele em essa esse esta este eu favor fazer gostaria ha isso la me meu minha na nao nas no nos o
    obrigado obrigada ola onde os ou para pela pelo por porque posso pode preciso qual quando que quem quero saber se sem ser seu sobre sua tenho um uma voce`,
  it: `a ai al alla anche c che chi ci ciao come con cosa da dal dei del della di dove e ed favore fare gli grazie ha ho i il in io la le lo ma mi mia mio nel nella non o
    per perche piu posso puo qual quale quando qualcuno questo salve se si sono su sul ti tra tu un una uno voglio vorrei`,
  nl: `aan alle als bij ben dank dat de deze die dit doe dus een en er geen graag hallo heb hebben heeft help het hij hoe hoi ik in is ja je kan kun kunt maar me met mij mijn naar niet
    nog of om ook op over te tot u uit van voor waar waarom wat we wel wie wil worden zijn zo`,
  ru: `а без бы был быть в вам вас во вот вы где да для до добрыи день его если есть еще же за здравствуите и из или им к как какои когда кто ли меня мне могу можно мои мы на надо не нет
    ни но ну нужно о об он она они от по подскажите пожалуиста помогите почему привет при с со спасибо так там то тоже ты у уже хочу что чтобы это я`,
  ar: `السلام انا اريد الى التي الذي ان او اي اين بعد به تم ثم حتى شكرا عليكم عن عند على في قبل قد كان كل كيف كيفيه لا لدي لقد لكن لماذا لو ما ماذا مرحبا مع من متى ممكن فضلك هذا هذه هل هناك هو هي و يا يمكن يمكنني`,
  tr: `acaba ama ben beni bana bir bu cok da daha de degil en gibi hangi icin ile ise istiyorum kadar ki kim lutfen merhaba mi mu nasil ne neden nedir nerede o olarak sey selam size su tesekkurler ve veya var yardim ya yok`,
  id: `ada adalah agar aku anda apa apakah atau bagaimana bagi bantu bisa cara dan dapat dari dengan di halo hai ini itu jika juga kalau kami karena ke kenapa kita mana mau mengapa mohon
    oleh pada saya sebagai sudah terima kasih tidak tolong untuk yang`,
  pl: `a albo ale bardzo bo by byc chce co czy dla do dlaczego dzien dobry dziekuje gdy gdzie i ich ja jak jaki jest juz kiedy kto ktory mam mi mnie moge mozna moj na nie o od po pomoc pomocy
    prosze przez sa sie tak to tu w we witam z za ze`,
};

/** Chinese characters that say nothing of a subject, also not two of them together, and words of others that do not either. */
const CHINESE =
  '我 你 您 他 她 它 们 咱 么 什 怎 吗 呢 吧 啊 呀 嘛 就 都 还 也 又 很 太 最 更 已 会 要 想 应 该 谁 哪 几 多 少 个 些 样 如 何 久 为 有 没 不 好 看 去 来 能 可 以 能够 需要 应当 时候 已经 一直 但是 因为 所以 如果';

/** What surrounds a question in scripts without spaces; cut out before the text becomes bigrams. */
const PHRASES = [
  '请问一下|麻烦问一下|你们都|你们|我们|大家|我想问一下|我想问|想问一下|想问|问一下|请问|麻烦|你们好|您好|你好|大家好|谢谢|多谢|感谢|请帮我|帮我|帮忙|能不能|可不可以|可以吗|有没有|我想要|我想知道|我想|想要|我要|我的|我|您的|您|你的|你|是不是|会不会|要不要|是否|一下|现在|今天|明天|昨天|今晚|晚上|最近|这个|那个',
  '出问题了怎么办|出问题了|出错了怎么办|要怎么做|该怎么做|应该怎么|怎么样才能|怎么才能|怎么办理|怎么办|怎么弄|怎么做|怎么用|怎么样|怎么回事|怎么|怎样|如何|什么时候|多长时间|多少钱|多少|多久|多长|几点|几天|几个|哪些|哪个|哪儿|为什么|是什么意思|什么意思|是什么|是啥|什么|在哪里可以看|在哪里可以|在哪里|在哪儿|哪里|在哪|吗|呢|啊|吧|呀|嘛',
  'を教えていただけますか|教えていただけますか|を教えてください|教えてください|について教えて|を教えて|教えて|お願いいたします|お願いします|すみませんが|すみません|こんにちは|ありがとうございます|ありがとう|どうすればいいですか|どうすればよいですか|どうしたらいいですか|どうやって|どのように|どうすれば|どうしたら|どんな|どれくらい|いくら|いつ|どこ|なぜ|どう|私の|私は|私|今日|明日|昨日|とは何ですか|何ですか|何|はどこですか|どこですか|でしょうか|できますか|ですか|ますか|を知りたい|知りたい|したいのですが|したいです|たいのですが|について',
  '안녕하세요|알려주세요|알려 주세요|도와주세요|도와 주세요|부탁드립니다|부탁합니다|감사합니다|궁금합니다|궁금해요|어떻게 해야 하나요|어떻게 하나요|어떻게|하나요|인가요|무엇인가요|뭔가요|뭐예요|어디서|어디에서|왜|싶어요|싶습니다|좀|저는|제가',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Folded words without a subject in a language, joined by spaces; a language that is not listed gets the English ones. */
export function smallTalkWords(language: string): string {
  const words = WORDS[language] ?? WORDS.en ?? '';
  return (language === 'zh' ? `${CHINESE} ${words}` : words).replace(/\s+/g, ' ');
}

/** Phrases of small talk for text in scripts without spaces, joined by `|`, longer ones before their beginnings. */
export function smallTalkPhrases(): string {
  return PHRASES;
}
