import { type FieldReport, parseReport } from '../record/report';

/** The browser has read a file to be saved by then, also where it asks for a place first. Milliseconds. */
const READ_BY_THEN = 60_000;

/**
 * Hands a report to the browser as a file to be saved; needs no permission. Only in the person's own press.
 * @returns the file's name: day and page, nothing else
 */
export function saveReport(report: FieldReport): string {
  const checked = parseReport(report);
  const page = checked.documents.find(({ guide }) => guide?.speaks === true)?.guide?.page ?? 'page';
  const name = `field-report-${checked.recorded}-${page.replaceAll('/', '-')}.json`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(checked, null, 1)}\n`], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_THEN);
  return name;
}
