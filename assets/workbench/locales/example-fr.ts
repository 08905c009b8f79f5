import type { Example } from "./example.ts";

export default {
  company: "Maison Verdanel (Exemple)",
  position: "Comptable général",
  resume: `# Claire Maurelle

Nantes | claire.maurelle@example.com

## Profil
Comptable avec sept ans d’expérience en PME, de la saisie au bilan.

## Expérience

### Comptable, Ateliers du Sillon, Nantes (avril 2019 – aujourd’hui)
- Tenue de la comptabilité générale d’une société de 45 salariés
- Déclarations de TVA mensuelles et liasse fiscale
- Rapprochements bancaires sur quatre comptes
- Réduction des délais de clôture de 10 à 6 jours

### Aide-comptable, Cabinet Loriot, Angers (2016 – 2019)
- Saisie et lettrage pour 30 dossiers de clients
- Préparation des paies de trois petites entreprises

## Formation
BTS Comptabilité et gestion, Lycée des Rives, Angers, 2016

## Compétences
- Sage 100, Excel (tableaux croisés)
- Anglais professionnel
`,
  ad: `Comptable général (H/F) – Nantes

La Maison Verdanel fabrique des meubles depuis 1978 et compte 60 personnes.

Vos missions
- Tenir la comptabilité générale jusqu’au bilan
- Établir les déclarations de TVA

Votre profil
- BTS Comptabilité ou équivalent
- Au moins cinq ans d’expérience en comptabilité générale
- Maîtrise de Sage 100
- Bonne pratique d’Excel

Souhaité
- Expérience de la paie
- Connaissance de la comptabilité analytique

Nous offrons
35 heures par semaine, des titres-restaurant et deux jours de télétravail.
`,
} satisfies Example;
