// The only argument is the address of the service. The program prints a line when the first response has arrived, and the process that
// started it measures the time until then.
using var client = new MeasuredClient(new Uri(args[0]), null);
var call = client.AdjustBalanceAsync("MmFAzfDe", "order-00000000");
await call;
Console.WriteLine(client.Read(call));
