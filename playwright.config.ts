import { defineConfig } from 'playwright/test';
import { launchOptions } from './tests/browser.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 12_000 }, // a save may take ten seconds
  forbidOnly: true,
  retries: 0,
  use: { launchOptions, locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 1024, height: 768 } },
});
