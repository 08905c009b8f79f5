// The example of a first application, in English; the other languages have one each.
export interface Example {
  company: string;
  position: string;
  resume: string;
  ad: string;
}

export const example: Example = {
  company: "Pebblestay (Example)",
  position: "Full-stack developer",
  resume: `# Mara Lindqvist

Bristol, UK | mara.lindqvist@example.com

## Profile
Full-stack developer with a front-end lean: TypeScript and React first, Node when needed.

## Experience

### Software Developer, Tidewell Booking Systems, Bristol (May 2021 – present)
- Build the guest check-in pages in React and TypeScript, used by 310 hotels
- Wrote the Node and Express service that sends about 45,000 confirmation e-mails a day
- Halved the bundle from 1.8 MB to 0.9 MB with code splitting
- Set up Playwright end-to-end tests (64 scenarios)
- Pair with a designer on accessibility, WCAG 2.1 level AA

### Web Developer, Copperleaf Agency, Cardiff (Sep 2017 – Apr 2021)
- Made 20 WordPress and Vue sites for charities and local shops
- Wrote SQL reports in MySQL for a theatre box office

## Education
BSc Computing, University of West Marsh, 2017

## Skills
- Front end: TypeScript, JavaScript, React, Vue, HTML, CSS
- Back end: Node.js, Express, PostgreSQL, MySQL
- Tools: Git, Docker, Playwright, Figma
`,
  ad: `Full-stack developer – Bristol / hybrid

Pebblestay makes software for campsites and holiday parks. There are 34 of us and two office cats.

The job
You'd join the guest team, which owns search, checkout and the little map that shows where your tent goes.

You need
- three years or more building web applications
- React and TypeScript
- Node.js
- a relational database such as PostgreSQL or MySQL
- automated testing (we use Playwright)
- care for accessibility (WCAG)

Good to have
- Docker
- GraphQL
- AWS

We give you
£45,000 to £54,000, 27 days' holiday plus your birthday, and a pitch for two weeks every summer.
`,
};
