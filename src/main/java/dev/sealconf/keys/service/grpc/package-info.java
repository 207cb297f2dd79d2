/** Key services over gRPC, packaged with gRPC's jars. */
package dev.sealconf.keys.service.grpc;
