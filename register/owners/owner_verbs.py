"""Verbs that only one who acts or answers can carry, and the adverbs that may stand beside them: pieces of regular
expressions for ``owner_slots`` and ``owner_standings``."""

from __future__ import annotations

ADVERB = (
    r"(?:administrativt|politisk|endeligt|årligt|manuelt|automatisk|først|som noget nyt|allerede|centralt|lokalt|"
    r"fremover|fortsat|stadig|herefter|primært|alene|desuden|også|dog|derimod|"
    r"i dag|dagligt|typisk|"
    r"nu|samlet|løbende|"
    r"som hidtil|hidtil|"
    r"midlertidigt|tillige|ligeledes|endvidere|udelukkende|i praksis|formelt|videre|derfor|altid|siden|"
    r"dermed|derved|ydermere|selv|således|hermed|samtidig|blandt andet|bl\.a\.|normalt|"
    r"overordnet|uændret)"
)
END = r"(?=[ .,;:)]|$)"
STRONG = (
    r"(?:varetages|varetaget|drives|drevet|udføres|udført|ledes|forestås|forestået|løses|løst|løftes|løftet|"
    r"administreres|administreret|håndteres|håndteret|koordineres|koordineret|overtages|overtaget|vedligeholdes|"
    r"betjenes|"
    r"bemandes|sekretariatsbetjenes|passes|foretages|leveres)"
)
WEAK = (
    r"(?:visiteres|gennemføres|udarbejdes|tilrettelægges|planlægges|afgøres|træffes|fastsættes|fastlægges|bookes|"
    r"bestilles|"
    r"ajourføres|opsættes|udmøntes|fordeles|organiseres|udpeges|opkræves|behandles|godkendes|føres|ejes|"
    r"produceres|evalueres|"
    r"arrangeres|tegnes|indgås|dækkes|revideres|(?!(?:anbefal|ønsk|foreslå|drøft|berør|påvirk|tiltræd|støtt|brug|"
    r"benytt|"
    r"besøg|kald|omfatt|følg|betragt|oplev|efterspørg|ledsag|udgør|tag|stil|indstill|fremsætt|begær|"
    r"forudsætt|kræv|"
    r"finansier|betal|kend|vurder|opfatt|køb|begrund|ram|præg|bestå|find|mød|afløs|erstatt|"
    r"skyld)[a-zæøå]*s\b)[a-zæøå]{4,}es|laves|ansættes|forvaltes|sikres|styres|indkaldes|tildeles|bevilges)"
)
FIRM = (
    rf"(?:varetager|forestår|står (?:{ADVERB} )?for|administrerer|driver|overtager|overtog|beholder|bevarer|"
    rf"koordinerer|"
    rf"(?:er|bliver) (?:over for \w+ |\w+ )?(?:ansvarlige?t?)\b|har (?:{ADVERB} )?(?:(?:det|et) (?:\w+ )?"
    rf"(?:og \w+ )?)?(?:\w*ansvar(?:et)?\b|til opgave)|"
    rf"træffer (?:\w+ )?(?:afgørelser?|beslutning(?:er)?)|fører (?:\w+ )?tilsyn|"
    rf"er (?:\w+ )?(?:projektleder|projektejer|"
    rf"bygherre|"
    rf"tovholder|styregruppe|følgegruppe|driftsherre|sekretær|sekretariat|kontraktholder|myndighed|vandløbsmyndighed|vejmyndighed|formand)\b|"
    rf"tager sig (?:{ADVERB} )?af|beskæftiger sig|"
    rf"(?:fik|har fået) til opgave|(?:blev|er blevet) (?:bedt om|pålagt)(?= [^,.;]{{0,30}}?at )|"
    rf"får (?:\w+ ){{0,2}}?(?:til opgave|\w*ansvar(?:et)?|overdraget|tillagt|"
    rf"opgaven|kompetence(?:n)?)|har (?:den|det) (?:\w+ ){{1,4}}ledelse|står i spidsen|ansætter|beslutter|"
    rf"visiterer|bistår|"
    rf"afgiver)"
)
DEEDS = (  # everyday work; the rule "gør-arbejdet" reads them
    r"(?:prioriterer(?: mellem)?|svarer på|besvarer|overvåger|plejer|slår græs|klipper|rengør|kvalitetssikrer|"
    r"faciliterer|offentliggør|opdaterer|indkøber|udlejer|udlåner|uddeler|journaliserer|arkiverer|evaluerer|vurderer|"
    r"holder (?:også |løbende |den |tæt )*kontakt(?:en)? (?:til|med)|modtager og [a-zæøå]+er|forhandler|afklarer|"
    r"screener|informerer om|orienterer om|videreudvikler|monitorerer|publicerer|"
    r"afvikler|afregner|uddanner|oplærer|instruerer|klargør|opstiller|nedtager|installerer|tester|hoster)"
)
SOFT = (
    rf"(?:{DEEDS}|udfører|løser|sørger (?:{ADVERB} )?for|fastsætter|fastlægger|godkender|udarbejder|tilrettelægger|"
    rf"fordeler|udmønter|"
    rf"leverer|behandler|afgør|fungerer (?:{ADVERB} )?som|skriver|udpeger|ansætter|følger op|leder|ejer|betjener|"
    rf"vedligeholder|planlægger|rådgiver|servicerer|gennemfører|bestiller|opkræver|indkalder|påser|udsender|"
    rf"forbereder|registrerer|afholder|udbetaler|vejleder|underretter|indsamler|kontrollerer|anviser|udsteder|"
    rf"renholder|rydder|tømmer|reparerer|underviser|arrangerer|formidler|underskriver|bogfører|opsøger|"
    rf"indberetter|tildeler|bevilger|indretter|undersøger|ajourfører|indstiller|iværksætter|igangsætter)"
)
OPEN = (
    r"(?:^|(?<=[.:;] )|(?<=, at )|(?<=\bat )|(?<=, mens )|(?<=, og )|(?<=, idet )|(?<=^- )|(?<=^• )|(?<=, men )|"
    r"(?<=, hvor )|(?<=, så )|(?<=\bmens ))"
)
MODAL = r"(?: (?:skal|vil|kan|bør))?"
