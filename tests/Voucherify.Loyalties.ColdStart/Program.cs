// The one argument is the address of the service. The line that the program prints ends the measured time.
using var client = new MeasuredClient(new Uri(args[0]), null);
var call = client.AdjustBalanceAsync("MmFAzfDe", "order-00000000");
await call;
Console.WriteLine(client.Read(call));
