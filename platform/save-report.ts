import { type FieldReport, parseReport } from '../record/report';
import { saveText } from './save-text';

/**
 * Hands a report to the browser as a file to be saved; needs no permission. Only in the person's own press.
 * @returns the file's name: day and page, nothing else
 */
export function saveReport(report: FieldReport): string {
  const checked = parseReport(report);
  const page = checked.documents.find(({ guide }) => guide?.speaks === true)?.guide?.page ?? 'page';
  const name = `field-report-${checked.recorded}-${page.replaceAll('/', '-')}.json`;
  saveText(name, `${JSON.stringify(checked, null, 1)}\n`);
  return name;
}
