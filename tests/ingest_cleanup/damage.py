"""Our own Danish, undamaged and as an engine without Danish letters would read it."""

CLEAN = """Forvaltningen indstiller, at udvalget godkender rammen for det kommende års tilsyn med området.
Rådgiverne har gennemgået bygningerne og fundet råd i tagværket, utætte døre og fugt i kælderen.
Udbedringen vurderes at være nødvendig, før vinteren sætter ind. Den løbende drift påvirkes ikke.
Når støjen fra vejen er højere end grænseværdien, må naboerne klage til miljøafdelingen.
Økonomien følges op hver måned, og de pårørende får besked, så snart afgørelsen foreligger."""

DAMAGED = """Forvaltningen indstiller, at udvalget godkender rammen for det kommende ars tilsyn med omradet.
Radgiverne har gennemgaet bygningerne og fundet rad i tagveerket, uteette dgre og fugt i keelderen.
Udbedringen vurderes at vaere nodvendig, for vinteren saetter ind. Den labende drift pavirkes ikke.
Nar stojen fra vejen er hojere end graenseveerdien, ma naboerne klage til miljgafdelingen.
@konomien folges op hver maned, og de pargrende far besked, sa snart afgorelsen foreligger."""

ENGLISH = """The committee has agreed that the plan for the coming year is to be approved by the council.
There are three parts of the plan, and each of them is paid for by the fund that was set up in May."""

GERMAN = """Die Verwaltung hat den Plan vorgelegt und ist der Meinung, dass das Gremium ihn nicht ablehnen wird.
Mit dem Umbau wird im Herbst begonnen, und die Kosten werden von der Stadt und dem Land getragen."""
