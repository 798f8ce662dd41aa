import { reportText, type SupportReport } from '../support/report/format';
import { saveText } from './save-text';

/**
 * Hands a report to the browser as a file to be saved; needs no permission. Only in the person's own press.
 * @returns the file's name: the page of the rules that the guide takes it for, no day and nothing else
 */
export function saveSupportReport(report: SupportReport): string {
  const page = report.page?.find(({ verdict }) => verdict.page !== undefined)?.verdict.page ?? 'page';
  const name = `support-report-${page.replaceAll('/', '-')}.json`;
  saveText(name, reportText(report));
  return name;
}
