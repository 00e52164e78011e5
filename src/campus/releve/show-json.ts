/** Opened, the data of a statement are fetched and shown in place of the link to them. */
document.addEventListener(
  'toggle',
  async ({ target }) => {
    const details = target as HTMLDetailsElement;
    const link = details.querySelector('a');
    if (!details.matches('details.data[open]') || !link || details.querySelector('pre')) return;
    try {
      const response = await fetch(details.dataset.from ?? link.href);
      if (!response.ok) throw new Error(`${response.status} for ${link.href}`);
      const shown = Object.assign(document.createElement('pre'), {
        tabIndex: 0,
        textContent: JSON.stringify(await response.json(), undefined, 2),
      });
      shown.setAttribute('aria-label', 'Énoncé complet');
      shown.setAttribute('role', 'region');
      link.closest('p')?.before(shown);
    } catch (error) {
      console.error(error); // the link is still there
    }
  },
  true, // the event does not bubble
);
