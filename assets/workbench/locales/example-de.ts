import type { Example } from "./example.ts";

export default {
  company: "Autohaus Birkental (Beispiel)",
  position: "Kfz-Mechatroniker/in",
  resume: `# Jonas Feldbrügge

Kassel | jonas.feldbruegge@example.com

## Profil
Kfz-Mechatroniker mit acht Jahren Werkstatterfahrung, Schwerpunkt Diagnose und Elektrik.

## Berufserfahrung

### Kfz-Mechatroniker, Autohaus Wesertal, Kassel (März 2019 – heute)
- Diagnose und Reparatur von rund 15 Fahrzeugen in der Woche
- Hochvolt-Arbeiten an Hybridfahrzeugen (Stufe 2S)
- Zwei Auszubildende in der Elektrik angeleitet
- Hauptuntersuchungen vorbereitet und mit dem Prüfer begleitet

### Mechaniker, Werkstatt Lohmann, Göttingen (2016 – 2019)
- Inspektionen, Bremsen und Fahrwerk an Fahrzeugen aller Marken
- Werkstattaufträge im System erfasst und abgerechnet

## Ausbildung
Ausbildung zum Kfz-Mechatroniker, Handwerkskammer Kassel, 2016

## Kenntnisse
- Diagnosegeräte: Bosch ESI, VCDS
- Führerschein Klasse B
`,
  ad: `Kfz-Mechatroniker (m/w/d) in Kassel

Das Autohaus Birkental ist ein Familienbetrieb mit 22 Beschäftigten.

Ihre Aufgaben
- Diagnose und Reparatur an Fahrzeugen verschiedener Marken
- Vorbereitung der Hauptuntersuchung

Ihr Profil
- Abgeschlossene Ausbildung als Kfz-Mechatroniker
- Erfahrung in der Fahrzeugdiagnose
- Hochvolt-Schein (mindestens Stufe 2S)
- Führerschein Klasse B

Von Vorteil
- Erfahrung mit der Anleitung von Auszubildenden
- Kenntnisse in der Klimatechnik

Wir bieten
38 Stunden in der Woche, 30 Tage Urlaub und eine beheizte Halle.
`,
} satisfies Example;
