using System.CommandLine;
using Voucherify.Loyalties.CodeGen.Commands;

var root = new RootCommand("Writes the generated part of Voucherify.Loyalties from our OpenAPI documents.");
GenerateCommand.AddTo(root);
root.Subcommands.Add(PublicApiCommand.Create());
root.Subcommands.Add(DriftCommand.Create());
return root.Parse(args).Invoke();
