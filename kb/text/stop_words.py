"""Words that say nothing by themselves, in Swedish and English: what a question is made of, not what it is about."""

_SWEDISH = """
all alla allt alltså andra annan annat att av bara bland bli blir blev både båda de dem den denna dess dessa det detta
dig din dina ditt du där därför då efter ej eller en ens er era ert ett finns fram från få får för före ge ger genom
gjort gör göra ha hade han hans har hej henne hennes hit hjälp hon hos hur här i ibland ifrån in ingen inget inga inom
inte ja jag kan kanske kunde kunna lite man med medan mellan men mer mest mig min mina mitt mot mycket många måste ner
ni nu nog nej någon något några när nästa och ofta olika om oss på redan samma se sedan ser sig sin sina sitt själv
ska skall skulle som så sådan sådana sådant såg till tror under upp ur ut utan vad var vara varför varit varje vars
vart vem vems vi vid vilka vilken vilket vill vår våra vårt än ännu är även över
"""
_ENGLISH = """
a about all also am an and any are as at be been but by can could did do does for from had has have help her him his how
i if in into is it its just me more most my no not of on or our out please should so some than that the their them then
there these they this to up us was we were what when where which who why will with would you your
"""
STOP_WORDS = frozenset(f"{_SWEDISH} {_ENGLISH}".split())
"""In normal form."""
