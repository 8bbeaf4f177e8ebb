#!/usr/bin/env python3
"""Write a deterministic corpus of procurement documents whose sentences vary.

usage: make_corpus.py OUT [--mb 30] [--seed 7]

OUT/own/*.xml    self-assessment responses in our own schema      about 50 %
OUT/ubl/*.xml    tender documents in the shape of UBL             about 15 %
OUT/espd/*.xml   qualification responses in the shape of ESPD 4   about 15 %
OUT/word/*.xml   Word document parts, runs split inside words     about 20 %

Sentences are put together from parts with numbers, names and dates, in English, Swedish and
Norwegian, so that hardly one occurs twice. All names are invented. Standard library only.
"""
import argparse
import pathlib
import random
from xml.sax.saxutils import escape

WHO = {
    "en": ["The supplier", "We", "Our group", "The contractor", "The head of sourcing", "The factory",
           "Our sub-suppliers", "The sustainability team", "Each manufacturer", "The board"],
    "sv": ["Leverantören", "Vi", "Koncernen", "Inköpschefen", "Fabriken", "Våra underleverantörer",
           "Hållbarhetsteamet", "Varje tillverkare", "Styrelsen"],
    "nb": ["Leverandøren", "Vi", "Konsernet", "Innkjøpssjefen", "Fabrikken", "Underleverandørene våre",
           "Bærekraftsteamet", "Hver produsent", "Styret"],
}
MODE = {
    "en": ["shall", "will", "must", "strives to", "may", "has agreed to", "is expected to", "plans to"],
    "sv": ["ska", "kommer att", "måste", "strävar efter att", "kan", "har åtagit sig att", "planerar att"],
    "nb": ["skal", "vil", "må", "tilstreber å", "kan", "har forpliktet seg til å", "planlegger å"],
}
DO = {
    "en": ["assess the risk of forced labour at {n} sites", "map the supply chain of {p} down to tier {k}",
           "deliver {n} units of {p} from the warehouse in {c}", "publish the account for {y}",
           "train {n} purchasers on labour rights", "report deviations within {k} weeks",
           "audit the plant in {c} together with {f}", "pass the code on to {n} sub-suppliers",
           "replace defective units within {k} working days", "keep the price list fixed until {y}",
           "compensate the {n} workers concerned", "open the complaints channel to the chain",
           "store spare parts for {p} for {k} years", "certify the quality system every {k} years",
           "screen {n} companies against public lists", "reduce emissions from transport by {n} per cent"],
    "sv": ["bedöma risken för tvångsarbete vid {n} anläggningar", "kartlägga leveranskedjan för {p} till led {k}",
           "leverera {n} enheter {p} från lagret i {c}", "offentliggöra redogörelsen för {y}",
           "utbilda {n} inköpare i arbetsrätt", "rapportera avvikelser inom {k} veckor",
           "revidera fabriken i {c} tillsammans med {f}", "föra kraven vidare till {n} underleverantörer",
           "byta ut felaktiga enheter inom {k} arbetsdagar", "hålla priserna fasta till {y}",
           "gottgöra de {n} drabbade arbetstagarna", "öppna klagomålskanalen för leveranskedjan",
           "lagerhålla reservdelar till {p} i {k} år"],
    "nb": ["vurdere risikoen for tvangsarbeid ved {n} anlegg", "kartlegge leverandørkjeden for {p} til ledd {k}",
           "levere {n} enheter {p} fra lageret i {c}", "offentliggjøre redegjørelsen for {y}",
           "lære opp {n} innkjøpere i arbeidstakerrettigheter", "melde avvik innen {k} uker",
           "revidere fabrikken i {c} sammen med {f}", "videreføre kravene til {n} underleverandører",
           "bytte defekte enheter innen {k} virkedager", "holde prisene faste til {y}",
           "kompensere de {n} berørte arbeiderne", "åpne klagekanalen for leverandørkjeden",
           "lagerføre reservedeler til {p} i {k} år"],
}
FILL = {
    "en": ["ship {n} {p} by rail from {c}", "invoice in euro at the end of month {k}", "staff the service desk on {n} days a year",
           "install the {p} in {k} rooms", "keep {n} spare units in {c}", "train users of the {p} for {k} hours",
           "update the firmware every {k} months", "take back packaging from {n} sites", "answer calls within {k} minutes",
           "hold {k} meetings with {f} in {y}", "hand over drawings and manuals for the {p}", "test {n} units before delivery"],
    "sv": ["skicka {n} {p} med tåg från {c}", "fakturera i euro i slutet av månad {k}", "bemanna kundtjänsten {n} dagar om året",
           "installera {p} i {k} rum", "ha {n} reservenheter i {c}", "lära upp användarna av {p} i {k} timmar",
           "uppdatera programvaran var {k} månad", "ta tillbaka emballage från {n} platser", "hålla {k} möten med {f} under {y}",
           "överlämna ritningar och handböcker för {p}", "prova {n} enheter före leverans"],
    "nb": ["sende {n} {p} med tog fra {c}", "fakturere i euro ved utgangen av måned {k}", "bemanne kundesenteret {n} dager i året",
           "installere {p} i {k} rom", "ha {n} reserveenheter i {c}", "lære opp brukerne av {p} i {k} timer",
           "oppdatere programvaren hver {k}. måned", "ta tilbake emballasje fra {n} steder", "holde {k} møter med {f} i {y}",
           "overlevere tegninger og håndbøker for {p}", "teste {n} enheter før levering"],
}
TAIL = {
    "en": ["", "", " where possible", " every year", ", see appendix {k}", " no later than 30 June {y}",
           " as agreed with {f}", " and document the result", ", which took {n} hours in {y}"],
    "sv": ["", "", " i den mån det är möjligt", " varje år", ", se bilaga {k}", " senast den 30 juni {y}",
           " enligt överenskommelse med {f}", " och dokumentera resultatet"],
    "nb": ["", "", " så langt det er mulig", " hvert år", ", se vedlegg {k}", " senest 30. juni {y}",
           " etter avtale med {f}", " og dokumentere resultatet"],
}
GOODS = ["laptops", "switches", "monitors", "servers", "tablets", "routers", "docking stations"]
TOWNS = ["Penang", "Brno", "Huizhou", "Hai Phong", "Guadalajara", "Tallinn", "Pune", "Batam"]
FIRMS = ["Nordhav IT", "Fjellvik Data", "Sundbro Systems", "Grankulla Teknik", "Lystad Maskin"]
SYLLABLES = ["ka", "lo", "mi", "ren", "sta", "vik", "to", "ber", "gen", "da", "sol", "fen", "ny", "hav"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def sentence(self, language):
        pick = self.random.choice
        # Most of a tender is about deliveries: one sentence in four speaks of human rights or near it.
        what = DO if self.random.random() < 0.25 else FILL
        text = f"{pick(WHO[language])} {pick(MODE[language])} {pick(what[language])}{pick(TAIL[language])}"
        if self.random.random() < 0.5:
            text += (" and " if language == "en" else " och " if language == "sv" else " og ") + pick(what[language])
        if self.random.random() < 0.2:
            text += " (" + "".join(pick(SYLLABLES) for _ in range(3)).capitalize() + ")"
        return text.format(n=self.random.randint(2, 900), k=self.random.randint(2, 12), y=self.random.randint(2023, 2028),
                           p=pick(GOODS), c=pick(TOWNS), f=pick(FIRMS)) + "."

    def paragraph(self, language):
        return " ".join(self.sentence(language) for _ in range(self.random.randint(2, 7)))

    def language(self):
        return self.random.choice(["en", "sv", "nb"])

    def own(self):
        language = self.language()
        out = ['<?xml version="1.0" encoding="UTF-8"?>',
               f'<response xmlns="urn:aktsam:response:1" xml:lang="{language}" questionnaire="sa-1" questionnaire-version="1.0" date="2026-05-04">',
               f'  <supplier><name>{self.random.choice(FIRMS)}</name></supplier>']
        for section in range(1, 9):
            out.append(f'  <section id="s{section}" number="{section}">')
            for index in range(1, 13):
                out += [f'    <answer question="q{section}-{index}" number="{section}.{index}">',
                        f'      <question>{escape(self.sentence(language))}</question>']
                out += [f"      <p>{escape(self.paragraph(language))}</p>" for _ in range(self.random.randint(1, 3))]
                out.append("    </answer>")
            out.append("  </section>")
        return "\n".join(out + ["</response>", ""])

    def ubl(self):
        cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
        cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
        out = [f'<CallForTenders xmlns="urn:oasis:names:specification:ubl:schema:xsd:CallForTenders-2" xmlns:cac="{cac}" xmlns:cbc="{cbc}">']
        for lot in range(1, 80):
            language = self.language()
            out.append(f'  <cac:ProcurementProjectLot>\n    <cbc:ID>LOT-{lot:04}</cbc:ID>')
            for _ in range(3):
                out.append(f'    <cac:TenderingTerms><cbc:AdditionalConditions languageID="{language}">{escape(self.paragraph(language))}</cbc:AdditionalConditions></cac:TenderingTerms>')
            out.append("  </cac:ProcurementProjectLot>")
        return "\n".join(out + ["</CallForTenders>", ""])

    def espd(self):
        cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
        cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
        root = "QualificationApplicationResponse"
        out = [f'<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" xmlns:cac="{cac}" xmlns:cbc="{cbc}">',
               "  <cbc:ProfileExecutionID>ESPD-EDMv4.1.0</cbc:ProfileExecutionID>"]
        answers = []
        for criterion in range(1, 90):
            language = self.language()
            key = f"C{criterion}"
            out += ["  <cac:TenderingCriterion>", f"    <cbc:ID>{key}</cbc:ID>", "    <cbc:CriterionTypeCode>chain-manage</cbc:CriterionTypeCode>",
                    f"    <cbc:Name>{escape(self.sentence(language))}</cbc:Name>", f"    <cbc:Description>{escape(self.paragraph(language))}</cbc:Description>",
                    "    <cac:TenderingCriterionPropertyGroup>", f"      <cbc:ID>{key}-G</cbc:ID>", "      <cbc:PropertyGroupTypeCode>ON*</cbc:PropertyGroupTypeCode>"]
            for item in range(1, 4):
                out += ["      <cac:TenderingCriterionProperty>", f"        <cbc:ID>{key}-{item}</cbc:ID>",
                        f"        <cbc:Description>{escape(self.sentence(language))}</cbc:Description>", "        <cbc:TypeCode>QUESTION</cbc:TypeCode>",
                        "        <cbc:ValueDataTypeCode>DESCRIPTION</cbc:ValueDataTypeCode>", "      </cac:TenderingCriterionProperty>"]
                answers += ["  <cac:TenderingCriterionResponse>", f"    <cbc:ValidatedCriterionPropertyID>{key}-{item}</cbc:ValidatedCriterionPropertyID>",
                            f"    <cac:ResponseValue><cbc:Description>{escape(self.paragraph(language))}</cbc:Description></cac:ResponseValue>",
                            "  </cac:TenderingCriterionResponse>"]
            out += ["    </cac:TenderingCriterionPropertyGroup>", "  </cac:TenderingCriterion>"]
        return "\n".join(out + answers + [f"</{root}>", ""])

    def word(self):
        out = ['<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>']
        for _ in range(160):
            text = self.paragraph(self.language())
            runs = []
            while text:
                cut = self.random.randint(10, 60)
                runs.append(f'<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">{escape(text[:cut])}</w:t></w:r>')
                text = text[cut:]
            out.append("<w:p>" + "".join(runs) + "</w:p>")
        return "\n".join(out + ["</w:body></w:document>", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--mb", type=float, default=30)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    writer = Writer(options.seed)
    total = 0
    for kind, share in [("own", 0.5), ("ubl", 0.15), ("espd", 0.15), ("word", 0.2)]:
        folder = options.out / kind
        folder.mkdir(parents=True, exist_ok=True)
        size, index = 0, 0
        while size < options.mb * 1e6 * share:
            data = getattr(writer, kind)().encode()
            (folder / f"{index:04}.xml").write_bytes(data)
            size += len(data)
            index += 1
        total += size
    print(f"{total / 1e6:.1f} MB in {options.out}")


if __name__ == "__main__":
    main()
