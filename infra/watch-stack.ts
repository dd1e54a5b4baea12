import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { Alarm } from "./constructs/alarm.ts";
import type { Signal } from "./constructs/signal.ts";
import type { DataStack } from "./data-stack.ts";
import type { MessagingStack } from "./messaging-stack.ts";
import type { Settings } from "./settings.ts";

interface WatchStackProps extends StackProps {
  settings: Settings;
  data: DataStack;
  messaging: MessagingStack;
  signals: readonly Signal[];
}

/** An alarm for every signal, with the sentence that says who is hurt, and one page that shows them all. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    const { settings, data, messaging } = props;
    const topic = new Topic(this, "Alarms", {
      displayName: `Perennial ${settings.stage}`,
      masterKey: messaging.key,
      enforceSSL: true,
    });
    topic.addSubscription(new EmailSubscription(settings.alarmMail));

    const signals = [...props.signals, ...tableSignals(data)];
    for (const signal of signals) new Alarm(this, { signal, topic });

    const dashboard = new Dashboard(this, "Dashboard", { dashboardName: `perennial-${settings.stage}` });
    dashboard.addWidgets(
      ...signals.map(
        ({ id, metric }) => new GraphWidget({ title: id, left: [metric as IMetric], width: 8, height: 5 }),
      ),
    );
  }
}

function tableSignals({ records, log }: DataStack): Signal[] {
  const of = (table: typeof records, metricName: string) =>
    table.metric(metricName, { period: Duration.minutes(5), statistic: "Sum" });
  return [
    {
      id: "RecordsThrottled",
      impact: "Acts are refused as busy: a signature or a booking has to be repeated.",
      metric: of(records, "WriteThrottleEvents"),
      atLeast: 20,
    },
    {
      id: "LogThrottled",
      impact: "Without a log entry nothing is opened and nothing is written: everybody waits.",
      metric: of(log, "WriteThrottleEvents"),
      atLeast: 20,
    },
  ];
}
