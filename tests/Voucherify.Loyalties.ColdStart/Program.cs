// The address of the service is the one argument. The line is printed once the first answer is there: whoever started the program
// takes the time until then.
using var client = new MeasuredClient(new Uri(args[0]), null);
Console.WriteLine(await client.AdjustBalanceAsync("MmFAzfDe", "order-00000000"));
