import type { Example } from "./example.ts";

export default {
  company: "Clínica Robledal (Ejemplo)",
  position: "Enfermera de urgencias",
  resume: `# Lucía Bermejo

Valencia | lucia.bermejo@example.com

## Perfil
Enfermera con seis años de experiencia en urgencias y hospitalización.

## Experiencia

### Enfermera, Hospital del Turia, Valencia (mayo de 2020 – actualidad)
- Atención de unos 40 pacientes por turno en urgencias
- Triaje según el sistema Manchester
- Formación de cuatro enfermeras recién incorporadas
- Registro de cuidados en la historia clínica electrónica

### Enfermera, Residencia Almazara, Castellón (2018 – 2020)
- Cuidado diario de 25 residentes
- Control de medicación y curas

## Formación
Grado en Enfermería, Universidad de la Costa, 2018

## Competencias
- Soporte vital avanzado
- Valenciano C1, inglés B1
`,
  ad: `Enfermera o enfermero de urgencias – Valencia

La Clínica Robledal atiende a 200 pacientes al día en tres sedes.

Funciones
- Triaje y atención en urgencias
- Registro de cuidados en la historia electrónica

Requisitos
- Grado en Enfermería
- Al menos tres años de experiencia en urgencias
- Formación en soporte vital avanzado
- Valenciano

Se valora
- Experiencia formando a compañeros
- Conocimientos de ecografía

Ofrecemos
Contrato indefinido, turnos fijos y 30 días de vacaciones.
`,
} satisfies Example;
