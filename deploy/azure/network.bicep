// A virtual network with a subnet each for the nodes, the database and the secrets, and the names by which they find each other.

@description('Region of all resources.')
param location string

@description('What names of resources begin with.')
param prefix string

@description('Addresses of the virtual network: a /22 that nothing it is peered with uses.')
param addresses string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${prefix}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [addresses]
    }
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: cidrSubnet(addresses, 24, 0)
          delegations: [
            {
              name: 'container-apps'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: cidrSubnet(addresses, 24, 1)
          delegations: [
            {
              name: 'postgresql'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
      {
        name: 'secrets'
        properties: {
          addressPrefix: cidrSubnet(addresses, 24, 2)
        }
      }
    ]
  }

  resource nodes 'subnets' existing = {
    name: 'nodes'
  }

  resource database 'subnets' existing = {
    name: 'database'
  }

  resource secrets 'subnets' existing = {
    name: 'secrets'
  }
}

// Fixed by Azure: a private database is found under a zone that ends so, a private vault under this one.
var zones = ['${prefix}.private.postgres.database.azure.com', 'privatelink.vaultcore.azure.net']

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for name in zones: {
    name: name
    location: 'global'
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (name, i) in zones: {
    parent: zone[i]
    name: network.name
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

output network string = network.id
output nodesSubnet string = network::nodes.id
output nodesAddresses string = cidrSubnet(addresses, 24, 0)
output databaseSubnet string = network::database.id
output secretsSubnet string = network::secrets.id
output databaseZone string = zone[0].id
output secretsZone string = zone[1].id
