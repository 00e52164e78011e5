import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const source = read('compose.yaml');
const page = read('docs/passer-a-l-echelle.md');

interface Service {
  image: string;
  environment: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  healthcheck: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}
const { services, volumes } = parse(source) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};

test('it describes a platform, a record store, and a base for each', () => {
  expect(Object.keys(services).sort()).toEqual(['lrs', 'lrs-db', 'moodle', 'moodle-db']);
  expect(services.moodle!.depends_on).toEqual({ 'moodle-db': { condition: 'service_healthy' } });
  expect(services.lrs!.depends_on).toEqual({ 'lrs-db': { condition: 'service_healthy' } });
});

test('each image is public and of a fixed version, and each service says how it is', () => {
  for (const { image, healthcheck } of Object.values(services)) {
    expect(image).toMatch(/^(?:[a-z]+\/)?[a-z-]+:v?\d+\.\d+(?:\.\d+)?(?:-[a-z]+)?$/);
    expect(healthcheck.test.length).toBeGreaterThan(1);
  }
});

test('no secret is written in it: all come from .env, and a missing one stops it', () => {
  const secrets = Object.values(services).flatMap(({ environment }) =>
    Object.entries(environment).filter(([name]) => /PASS|SECRET|KEY|ADMIN_USER|USERNAME|EMAIL/.test(name)),
  );
  expect(secrets.length).toBeGreaterThanOrEqual(9);
  for (const [name, value] of secrets) expect(value, name).toMatch(/^\$\{[A-Z_]+:\?.+\}$/);
});

test('what is kept has a volume of its own, and nothing is open beyond this machine', () => {
  const used = Object.values(services).flatMap((service) => service.volumes ?? []);
  expect(used.map((volume) => volume.split(':')[0]).sort()).toEqual(Object.keys(volumes).sort());
  const ports = Object.values(services).flatMap((service) => service.ports ?? []);
  expect(ports.length).toBe(2);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
});

test('the page says every variable to write in .env, and that we did not run this', () => {
  const asked = new Set([...source.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!));
  const told = new Set([...page.matchAll(/^ *([A-Z_]+)=/gm)].map(([, name]) => name!));
  expect([...told].sort()).toEqual([...asked].sort());
  expect(page).toContain('Nous ne l’avons pas fait tourner');
  expect(read('.gitignore').split('\n')).toContain('.env');
});

const number = (text: string) => Number(text.replace(/\D/g, ''));

test('the sizes are those measured, multiplied', () => {
  const bytes = number(/Octets par énoncé, index compris : ([\d ]+),/.exec(page)![1]!);
  const each = number(/comptez ([\d ]+)\./.exec(page)![1]!);
  const measured = number(/Octets par statement[^|]*\|(?:[^|]*\|)*?([^|]*)\|\n/.exec(read('docs/mesures-lrs.md'))![1]!);
  expect(Math.abs(bytes - measured) / measured).toBeLessThan(0.25);
  const table = page.slice(page.indexOf('| Personnes par an'), page.indexOf('Les chiffres valent'));
  const rows = [...table.matchAll(/^\| ([\d ]+) \| ([\d ]+) \| ([\d ]+) Mo \| ([\d ]+) Mo \|$/gm)];
  expect(rows).toHaveLength(5);
  for (const [, people, statements, year, six] of rows.map((row) => row.map(number))) {
    expect(statements).toBe(people! * each);
    expect(year).toBe(Math.round((statements! * bytes) / 1e6));
    expect(six).toBe(Math.round((statements! * bytes * 6) / 1e6));
  }
});
