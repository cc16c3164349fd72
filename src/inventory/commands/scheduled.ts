// Whether something starts a script at set times. Takes its file's text, gives yes or no. What another file schedules is not seen.

const MARKS: readonly RegExp[] = [
  // GitHub and Azure: `- cron: "0 20 * * *"`.
  /^[ \t]{0,80}-?[ \t]{0,20}["']?cron["']?:[ \t]*\S/m,
  // `schedule: [{ cron: "0 20 * * *" }]`.
  /\bschedules?["']?:[ \t]{0,20}\[[ \t]{0,20}\{[^}\n]{0,200}\bcron["']?:/,
  // Jenkins: `triggers { cron('H 20 * * *') }`.
  /\bcron[ \t]{0,20}\(?[ \t]{0,20}['"]/,
  // GitLab: rules and `only: [schedules]`.
  /\bCI_PIPELINE_SOURCE\b[^\n]{0,20}\bschedule\b|^[ \t]{0,80}-[ \t]{0,20}schedules[ \t]{0,20}$|\bonly:[ \t]*\[[^\]\n]*\bschedules\b/m,
  /^[ \t]*["']?kind["']?:[ \t]*["']?Cron(?:Job|Workflow)\b/m,
  // A CronJob, of Kubernetes or in Terraform: `schedule: "0 20 * * *"`.
  /\bschedules?["']?[ \t]{0,20}[:=][ \t]{0,20}\[?["']?(?:@[a-z]|[\d*][\d*/,-]{0,40}(?:[ \t]{1,9}[\w*/,?-]{1,40}){4})/,
  /\bcrontab[ \t]+(?:-[ \t]*(?:$|<)|\S*\.|\S*cron)|\/etc\/cron\.|\/etc\/cron[dt]?\b|\bOnCalendar=/m,
];

export function isScheduled(text: string): boolean {
  return MARKS.some((mark) => mark.test(text));
}
