"""Own lists of Danish words that carry no topic: function words, question words and polite filler.

No common package has a Danish list that fits questions to a municipality, so these were written by hand:
closed word classes from any Danish grammar (pronouns, articles, prepositions, conjunctions, auxiliaries,
frequent adverbs), the question words, and what people wrap a question in."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    ad af al alle alt altid altså anden andet andre at bag bare begge blandt blev blevet blive bliver
    bort burde både bør da de dem den denne der dens derefter deres derfor derfra deri derpå dertil
    derved desuden det dets dette dig din dine disse dit dog du efter eftersom ej eller ellers en end
    endnu ene eneste enhver enten er et fik flere fleste for foran fordi forrige fra få får fået før
    først gennem god ham han hans har havde have haft hel hele helt hen hende hendes her heraf herefter
    hermed herom hertil herunder herved hos hun hver hverken hvert hvis i igen igennem ikke imellem imod
    ind inde inden indtil ingen intet især ja jeg jer jeres jo kan kun kunne lad lade langs lidt lige
    ligesom man mange med medens meget mellem men mens mere mest mig min mindre mindst mine mit mod må
    måske måtte ned nede nej noget nogen nogle nok nu når nær næsten og også om omkring op oppe os over
    overfor på samme samt selv selvom sig sin sine sit skal skulle som stadig således så sådan sådanne
    tidligere til tilbage trods ud ude uden under undtagen var ved vedr vedrørende via vi vil ville vor
    vore vores være været
    """.split()  # noqa: SIM905
)

QUESTION_WORDS = frozenset(
    """
    hvem hvad hvis hvilken hvilket hvilke hvor hvordan hvorfor hvornår hvorhen hvorfra hvorledes hvormed
    hvoraf hvorpå hvortil hvori hvorved hvorefter mon who what when where which why how whose whom
    """.split()  # noqa: SIM905
)

FILLER = frozenset(
    """
    hej hejsa hallo goddag tak venlig venligst please gerne lige sig sige siger fortæl fortælle forklar
    forklare oplys oplyse hjælpe vis vise find finde giv give ved vide kender mening mener spørgsmål
    spørge svar svare egentlig faktisk simpelthen lyst interesseret undre undrer tell me please the a an
    of in is are was were will be to do does did has have had for by on at from and or it this that
    there their can could would should i you we they
    """.split()  # noqa: SIM905
)

STOP_WORDS = FUNCTION_WORDS | QUESTION_WORDS
SET_ASIDE = STOP_WORDS | FILLER
